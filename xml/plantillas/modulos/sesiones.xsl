<?xml version="1.0" encoding="UTF-8"?>
<!-- Sessions of a report: the list, each one's agenda, and who attended. In a form the calendar's sessions are printed and
     there is room for extraordinary and urgent ones. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:variable name="sesiones" select="$informe/sesiones/sesion | $sesiones-del-trimestre[$en-blanco]"/>
  <xsl:variable name="sesiones-celebradas" select="$informe/sesiones/sesion[@fecha and not(@celebrada = 'no')]"/>

  <xsl:template match="sesion" mode="id"><xsl:value-of select="@id"/></xsl:template>

  <!-- Lists of sessions are sorted by the day that each was held or should have been: a year's come from several files. -->

  <!-- Facts. In a form, what the calendar plans is no fact yet. -->

  <xsl:template match="sesion" mode="celebrada">
    <xsl:choose>
      <xsl:when test="parent::calendario"/>
      <xsl:when test="@celebrada = 'no'">No celebrada</xsl:when>
      <xsl:when test="@fecha"><xsl:apply-templates select="." mode="fecha-larga"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sesion" mode="modalidad">
    <xsl:call-template name="inicial-mayuscula"><xsl:with-param name="palabra" select="string(@modalidad)"/></xsl:call-template>
    <xsl:if test="@modalidad and @lugar">. </xsl:if>
    <xsl:value-of select="@lugar"/>
  </xsl:template>

  <!-- The list -->

  <xsl:template match="parte[@de = 'sesiones']">
    <xsl:call-template name="tabla-de-sesiones"/>
    <xsl:apply-templates select="$sesiones" mode="detalle">
      <xsl:sort select="substring(concat(@fecha, @fecha-original, $calendario[@id = current()/@id]/@fecha), 1, 10)"/>
    </xsl:apply-templates>
    <xsl:if test="$en-blanco">
      <fo:block role="Sect" xsl:use-attribute-sets="junta">
        <fo:block role="H2" xsl:use-attribute-sets="titulo-2">Sesión extraordinaria o urgente</fo:block>
        <xsl:call-template name="puntos-en-blanco"><xsl:with-param name="cuantos" select="4"/></xsl:call-template>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tabla-de-sesiones">
    <fo:table xsl:use-attribute-sets="tabla-densa junta">
      <fo:table-column column-width="88pt"/>
      <fo:table-column column-width="116pt"/>
      <fo:table-column column-width="116pt"/>
      <fo:table-column column-width="48pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Sesión</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Fecha programada</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Fecha de celebración</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Hora</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Modalidad y lugar</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="$sesiones" mode="fila">
          <xsl:sort select="substring(concat(@fecha, @fecha-original, $calendario[@id = current()/@id]/@fecha), 1, 10)"/>
        </xsl:apply-templates>
        <xsl:if test="$en-blanco">
          <xsl:call-template name="filas-vacias"><xsl:with-param name="cuantas" select="2"/><xsl:with-param name="columnas" select="5"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="not($en-blanco or $sesiones)"><xsl:call-template name="fila-sin-datos"><xsl:with-param name="columnas" select="5"/></xsl:call-template></xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="fila-sin-datos">
    <xsl:param name="columnas"/>
    <fo:table-row xsl:use-attribute-sets="fila">
      <fo:table-cell number-columns-spanned="{$columnas}" xsl:use-attribute-sets="celda-breve">
        <fo:block><xsl:call-template name="falta"/></fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="sesion" mode="fila">
    <xsl:variable name="programada"><xsl:apply-templates select="." mode="fecha-programada"/></xsl:variable>
    <fo:table-row xsl:use-attribute-sets="fila">
      <xsl:call-template name="celda-densa">
        <xsl:with-param name="contenido"><xsl:apply-templates select="." mode="etiqueta"/></xsl:with-param>
        <xsl:with-param name="nombra-fila" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="celda-densa">
        <xsl:with-param name="contenido">
          <xsl:if test="string($programada)">
            <xsl:call-template name="fecha-larga"><xsl:with-param name="fecha" select="$programada"/></xsl:call-template>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="celda-densa">
        <xsl:with-param name="contenido"><xsl:apply-templates select="." mode="celebrada"/></xsl:with-param>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="@celebrada = 'no'">
          <xsl:call-template name="celda-densa"><xsl:with-param name="contenido">—</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-densa"><xsl:with-param name="contenido">—</xsl:with-param></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="celda-densa"><xsl:with-param name="contenido" select="string(@hora)"/></xsl:call-template>
          <xsl:call-template name="celda-densa">
            <xsl:with-param name="contenido"><xsl:apply-templates select="." mode="modalidad"/></xsl:with-param>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </fo:table-row>
  </xsl:template>

  <!-- Each session -->

  <xsl:template match="sesion" mode="detalle">
    <xsl:variable name="programada"><xsl:apply-templates select="." mode="fecha-programada"/></xsl:variable>
    <fo:block id="{@id}" role="Sect">
      <xsl:call-template name="junta-en-blanco"/>
      <fo:block role="H2" xsl:use-attribute-sets="titulo-2"><xsl:apply-templates select="." mode="nombre"/></fo:block>
      <xsl:if test="not(parent::calendario) and (@celebrada = 'no' or (@fecha and @fecha != $programada))">
        <fo:block xsl:use-attribute-sets="parrafo">
          <xsl:text>Programada para el </xsl:text>
          <xsl:call-template name="fecha-larga"><xsl:with-param name="fecha" select="$programada"/></xsl:call-template>
          <xsl:choose>
            <xsl:when test="@celebrada = 'no'">; no se celebró. </xsl:when>
            <xsl:otherwise>; se celebró el <xsl:apply-templates select="." mode="fecha-larga"/>. </xsl:otherwise>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="normalize-space(motivo)"><xsl:apply-templates select="motivo/node()"/></xsl:when>
            <xsl:otherwise>Motivo: <xsl:call-template name="falta"/></xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </xsl:if>
      <xsl:if test="not(@celebrada = 'no')"><xsl:apply-templates select="." mode="orden-del-dia"/></xsl:if>
    </fo:block>
  </xsl:template>

  <!-- The report's agenda, or else the one that the programme has. -->
  <xsl:template match="sesion" mode="orden-del-dia">
    <xsl:param name="en-blanco-hay" select="5"/>
    <xsl:variable name="propios" select="orden-del-dia/punto[normalize-space()]"/>
    <xsl:variable name="puntos" select="$propios | $calendario[not($propios)][@id = current()/@id]/orden-del-dia/punto"/>
    <xsl:choose>
      <xsl:when test="$puntos">
        <fo:list-block xsl:use-attribute-sets="lista"><xsl:apply-templates select="$puntos"/></fo:list-block>
      </xsl:when>
      <xsl:when test="$en-blanco">
        <xsl:call-template name="puntos-en-blanco"><xsl:with-param name="cuantos" select="$en-blanco-hay"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="parrafo">Orden del día: <xsl:call-template name="falta"/></fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="orden-del-dia/punto" mode="etiqueta"><xsl:number format="1."/></xsl:template>

  <xsl:template match="orden-del-dia/punto">
    <fo:list-item xsl:use-attribute-sets="punto">
      <fo:list-item-label end-indent="label-end()">
        <fo:block><xsl:apply-templates select="." mode="etiqueta"/></fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <fo:block xsl:use-attribute-sets="justificado"><xsl:apply-templates/></fo:block>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <!-- Numbered lines for the pen. "dichos": points that are known before, <punto numero="4">text</punto>. -->
  <xsl:template name="puntos-en-blanco">
    <xsl:param name="cuantos" select="6"/>
    <xsl:param name="dichos" select="/.."/>
    <fo:list-block xsl:use-attribute-sets="lista">
      <xsl:call-template name="punto-en-blanco"><xsl:with-param name="hasta" select="$cuantos"/><xsl:with-param name="dichos" select="$dichos"/></xsl:call-template>
    </fo:list-block>
  </xsl:template>

  <xsl:template name="punto-en-blanco">
    <xsl:param name="numero" select="1"/>
    <xsl:param name="hasta"/>
    <xsl:param name="dichos"/>
    <xsl:if test="$hasta >= $numero">
      <fo:list-item xsl:use-attribute-sets="punto">
        <fo:list-item-label end-indent="label-end()">
          <fo:block line-height="{$renglon}pt"><xsl:value-of select="concat($numero, '.')"/></fo:block>
        </fo:list-item-label>
        <fo:list-item-body start-indent="body-start()">
          <xsl:choose>
            <xsl:when test="$dichos[@numero = $numero]">
              <fo:block space-before="4pt" xsl:use-attribute-sets="justificado"><xsl:value-of select="$dichos[@numero = $numero]"/></fo:block>
            </xsl:when>
            <xsl:otherwise><fo:block xsl:use-attribute-sets="renglon"><xsl:text>&#xA0;</xsl:text></fo:block></xsl:otherwise>
          </xsl:choose>
        </fo:list-item-body>
      </fo:list-item>
      <xsl:call-template name="punto-en-blanco">
        <xsl:with-param name="numero" select="$numero + 1"/>
        <xsl:with-param name="hasta" select="$hasta"/>
        <xsl:with-param name="dichos" select="$dichos"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What a draft still lacks -->

  <xsl:template match="sesion" mode="faltas">
    <xsl:variable name="cosas">
      <xsl:if test="not(@fecha) and not(@celebrada = 'no')">, fecha</xsl:if>
      <xsl:if test="not(@celebrada = 'no')">
        <xsl:if test="not(@hora)">, hora</xsl:if>
        <xsl:if test="not(@modalidad)">, modalidad</xsl:if>
        <xsl:if test="not(orden-del-dia/punto[normalize-space()]) and
                      not($calendario[@id = current()/@id]/orden-del-dia)">, orden del día</xsl:if>
        <xsl:if test="not(asistencia) or asistencia[not(@estado)]">, asistencia</xsl:if>
      </xsl:if>
      <xsl:if test="@celebrada = 'no' and not(normalize-space(motivo))">, motivo</xsl:if>
    </xsl:variable>
    <xsl:if test="string($cosas)">
      <falta destino="{@id}"><xsl:apply-templates select="." mode="nombre"/>: <xsl:value-of select="substring($cosas, 3)"/></falta>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
