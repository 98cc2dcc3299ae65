<?xml version="1.0" encoding="UTF-8"?>
<!-- What a quarterly and a final report share. A template states its plan, a tree of chapters in the programme's words:

       <capitulo id="parte-acuerdos"><titulo>Acuerdos</titulo><parte de="acuerdos"/></capitulo>

     so that index, outline, headings and running head are those of any document; each "parte" is then filled from the
     programme and the report by the module that knows it. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                xmlns:exsl="http://exslt.org/common"
                exclude-result-prefixes="fox exsl">

  <!-- The whole document. "plan": node-set of chapters; the one marked apaisado goes on pages of its own.
       "faltas": <falta destino="id">what</falta>, for a draft. -->
  <xsl:template name="informe">
    <xsl:param name="titulo"/>
    <xsl:param name="corto"/>
    <xsl:param name="subtitulo"/>
    <xsl:param name="plan"/>
    <xsl:param name="faltas" select="/.."/>
    <xsl:variable name="fecha">
      <xsl:choose>
        <xsl:when test="$informe/firmas/@fecha"><xsl:value-of select="$informe/firmas/@fecha"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$calendario[@id = $programa/presentacion/@sesion]/@fecha"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <fo:root xsl:use-attribute-sets="documento">
      <xsl:call-template name="paginas"/>
      <xsl:call-template name="metadatos">
        <xsl:with-param name="titulo" select="concat($titulo, '. ', $subtitulo)"/>
        <xsl:with-param name="autor" select="$programa/comision/nombre"/>
        <xsl:with-param name="asunto" select="$subtitulo"/>
        <xsl:with-param name="fecha" select="$fecha"/>
      </xsl:call-template>
      <fo:bookmark-tree>
        <xsl:call-template name="marcador">
          <xsl:with-param name="destino">indice</xsl:with-param>
          <xsl:with-param name="titulo">Índice</xsl:with-param>
        </xsl:call-template>
        <xsl:if test="$faltas">
          <xsl:call-template name="marcador">
            <xsl:with-param name="destino">faltas</xsl:with-param>
            <xsl:with-param name="titulo">Falta por escribir</xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <xsl:apply-templates select="$plan" mode="marcador"/>
      </fo:bookmark-tree>

      <xsl:call-template name="portada">
        <xsl:with-param name="titulo" select="$titulo"/>
        <xsl:with-param name="subtitulo" select="$subtitulo"/>
        <xsl:with-param name="pie"><xsl:call-template name="pie-de-portada"/></xsl:with-param>
      </xsl:call-template>

      <fo:page-sequence id="cuerpo" master-reference="interior">
        <fo:title><xsl:value-of select="$titulo"/></fo:title>
        <xsl:call-template name="corridos"><xsl:with-param name="pie" select="$corto"/><xsl:with-param name="ultima">apaisado</xsl:with-param></xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="indice"><xsl:with-param name="partes" select="$plan | $plan/seccion"/></xsl:call-template>
          <xsl:if test="$faltas"><xsl:call-template name="lista-de-faltas"><xsl:with-param name="faltas" select="$faltas"/></xsl:call-template></xsl:if>
          <fo:block role="Div" break-before="page"><xsl:apply-templates select="$plan[not(@apaisado)]"/></fo:block>
        </fo:flow>
      </fo:page-sequence>

      <fo:page-sequence id="apaisado" master-reference="apaisada">
        <fo:title><xsl:value-of select="$titulo"/></fo:title>
        <xsl:call-template name="corridos">
          <xsl:with-param name="pie" select="$corto"/>
          <xsl:with-param name="ultima">apaisado</xsl:with-param>
          <xsl:with-param name="apaisada" select="true()"/>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body"><xsl:apply-templates select="$plan[@apaisado]"/></fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- Cover: the session that it is put before, or lines to say it. -->
  <xsl:template name="pie-de-portada">
    <xsl:apply-templates select="$informe/presentacion" mode="portada"/>
    <xsl:if test="not($informe/presentacion)">
      <xsl:choose>
        <xsl:when test="$en-blanco">
          <fo:block>Punto <xsl:call-template name="raya"><xsl:with-param name="largo">40pt</xsl:with-param></xsl:call-template></fo:block>
          <fo:block>Sesión <xsl:call-template name="raya"><xsl:with-param name="largo">240pt</xsl:with-param></xsl:call-template></fo:block>
          <fo:block>Fecha <xsl:call-template name="raya"><xsl:with-param name="largo">243pt</xsl:with-param></xsl:call-template></fo:block>
        </xsl:when>
        <xsl:otherwise><fo:block>Sesión: <xsl:call-template name="falta"/></fo:block></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- Draft: what is still empty, with links -->

  <xsl:template name="lista-de-faltas">
    <xsl:param name="faltas"/>
    <fo:block id="faltas" role="Sect">
      <fo:block role="H1" xsl:use-attribute-sets="titulo-1"><xsl:value-of select="concat('Falta por escribir (', count($faltas), ')')"/></fo:block>
      <fo:list-block xsl:use-attribute-sets="lista tabla-densa-letra">
        <xsl:for-each select="$faltas">
          <fo:list-item xsl:use-attribute-sets="indice-punto">
            <fo:list-item-label end-indent="label-end()"><fo:block>•</fo:block></fo:list-item-label>
            <fo:list-item-body start-indent="body-start()">
              <fo:block xsl:use-attribute-sets="indice-texto">
                <fo:basic-link internal-destination="{@destino}" fox:alt-text="{normalize-space()}">
                  <xsl:value-of select="normalize-space()"/>
                  <xsl:text> </xsl:text>
                  <fo:leader xsl:use-attribute-sets="puntos"/>
                  <xsl:text> </xsl:text>
                  <fo:page-number-citation ref-id="{@destino}"/>
                </fo:basic-link>
              </fo:block>
            </fo:list-item-body>
          </fo:list-item>
        </xsl:for-each>
      </fo:list-block>
    </fo:block>
  </xsl:template>

  <!-- Parts that are prose, and what the programme knows of the commission -->

  <xsl:template match="parte[@de = 'presentacion']">
    <xsl:call-template name="tabla-de-datos">
      <xsl:with-param name="filas">
        <xsl:call-template name="dato">
          <xsl:with-param name="nombre">Comisión</xsl:with-param>
          <xsl:with-param name="valor" select="concat($programa/comision/nombre, ' (', $programa/comision/siglas, ')')"/>
        </xsl:call-template>
        <xsl:if test="$programa/comision/@creada or $programa/comision/@acuerdo">
          <xsl:call-template name="dato">
            <xsl:with-param name="nombre">Creación</xsl:with-param>
            <xsl:with-param name="valor">
              <xsl:if test="$programa/comision/@creada">
                <xsl:call-template name="fecha-larga"><xsl:with-param name="fecha" select="$programa/comision/@creada"/></xsl:call-template>
              </xsl:if>
              <xsl:if test="$programa/comision/@creada and $programa/comision/@acuerdo">, </xsl:if>
              <xsl:if test="$programa/comision/@acuerdo">Acuerdo <fo:inline xsl:use-attribute-sets="entero"><xsl:value-of select="$programa/comision/@acuerdo"/></fo:inline></xsl:if>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <xsl:call-template name="dato">
          <xsl:with-param name="nombre">Programa</xsl:with-param>
          <xsl:with-param name="valor" select="string($programa/titulo/@corto)"/>
        </xsl:call-template>
        <xsl:call-template name="dato">
          <xsl:with-param name="nombre">Periodo que se informa</xsl:with-param>
          <xsl:with-param name="valor"><xsl:call-template name="periodo-que-se-informa"/></xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="prosa-o-renglones">
      <xsl:with-param name="prosa" select="$informe/introduccion"/>
      <xsl:with-param name="renglones" select="8"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="parte[@de = 'marco']">
    <xsl:call-template name="prosa-o-renglones">
      <xsl:with-param name="prosa" select="$informe/marco-normativo"/>
      <xsl:with-param name="renglones" select="10"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="parte[@de = 'integracion']">
    <xsl:for-each select="$programa/integrantes"><xsl:call-template name="tabla-integrantes"/></xsl:for-each>
    <xsl:if test="$personas-de-informe">
      <xsl:call-template name="tabla-integrantes"><xsl:with-param name="personas" select="$personas-de-informe"/></xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="$informe/integracion/*[not(self::persona)]"/>
    <xsl:if test="$en-blanco">
      <fo:block xsl:use-attribute-sets="parrafo" keep-with-next.within-page="always">Cambios en la integración:</fo:block>
      <xsl:call-template name="renglones"><xsl:with-param name="cuantos" select="3"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="parte[@de = 'representaciones']">
    <fo:block role="Div" xsl:use-attribute-sets="junta">
      <xsl:for-each select="$programa/representaciones"><xsl:call-template name="tabla-representaciones"/></xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="parte[@de = 'conclusiones']">
    <xsl:call-template name="prosa-o-renglones">
      <xsl:with-param name="prosa" select="$informe/conclusiones"/>
      <xsl:with-param name="partibles" select="true()"/>
      <xsl:with-param name="renglones" select="14"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="parte[@de = 'anexos']">
    <xsl:apply-templates select="$informe/anexos/anexo"/>
  </xsl:template>

  <!-- What both reports may lack -->
  <xsl:template name="faltas-comunes">
    <xsl:if test="not($informe/presentacion)"><falta destino="parte-presentacion">Portada: sesión en que se presenta</falta></xsl:if>
    <xsl:if test="not(normalize-space($informe/introduccion))"><falta destino="parte-presentacion">Presentación: texto</falta></xsl:if>
    <xsl:if test="not(normalize-space($informe/marco-normativo))"><falta destino="parte-marco">Marco normativo: texto</falta></xsl:if>
    <xsl:if test="not(normalize-space($informe/conclusiones))"><falta destino="parte-conclusiones">Conclusiones: texto</falta></xsl:if>
    <xsl:if test="not($informe/firmas/firma)"><falta destino="parte-firmas">Firmas: quiénes firman</falta></xsl:if>
    <xsl:if test="not($informe/firmas/@fecha)"><falta destino="parte-firmas">Firmas: fecha</falta></xsl:if>
  </xsl:template>

</xsl:stylesheet>
