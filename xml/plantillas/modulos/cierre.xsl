<?xml version="1.0" encoding="UTF-8"?>
<!-- How a report ends: who signs, and the annexes on pages of their own, laid across. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <!-- Signatures: whom the report names, or else the commission's members. Two in a row. -->

  <xsl:template match="parte[@de = 'firmas']">
    <xsl:variable name="firmas" select="$informe/firmas/firma | $programa/integrantes/persona[not($informe/firmas/firma)]"/>
    <fo:block role="Div" xsl:use-attribute-sets="firmas">
      <xsl:if test="$en-blanco or $borrador or $informe/firmas/@fecha">
        <fo:block text-align="center">
          <xsl:choose>
            <xsl:when test="$informe/firmas/@fecha">
              <xsl:if test="$informe/firmas/@lugar"><xsl:value-of select="concat($informe/firmas/@lugar, ', ')"/></xsl:if>
              <xsl:call-template name="fecha-larga"><xsl:with-param name="fecha" select="$informe/firmas/@fecha"/></xsl:call-template>
            </xsl:when>
            <xsl:when test="$en-blanco">
              <xsl:text>Lugar y fecha: </xsl:text>
              <xsl:call-template name="raya"><xsl:with-param name="largo">250pt</xsl:with-param></xsl:call-template>
            </xsl:when>
            <xsl:otherwise>Lugar y fecha: <xsl:call-template name="falta"/></xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </xsl:if>
      <fo:table role="Div" xsl:use-attribute-sets="tabla-firmas">
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-body role="Div">
          <xsl:for-each select="$firmas[position() mod 2 = 1]">
            <xsl:variable name="lugar" select="2 * position() - 1"/>
            <xsl:variable name="otra" select="$firmas[$lugar + 1]"/>
            <fo:table-row role="Div" keep-together.within-page="always">
              <fo:table-cell role="Div" xsl:use-attribute-sets="firma">
                <!-- The last one alone stands in the middle, as wide as the others. -->
                <xsl:if test="not($otra)">
                  <xsl:attribute name="number-columns-spanned">2</xsl:attribute>
                  <xsl:attribute name="padding-left"><xsl:value-of select="$margen-de-firma-sola"/></xsl:attribute>
                  <xsl:attribute name="padding-right"><xsl:value-of select="$margen-de-firma-sola"/></xsl:attribute>
                </xsl:if>
                <xsl:apply-templates select="." mode="firma"/>
              </fo:table-cell>
              <xsl:if test="$otra">
                <fo:table-cell role="Div" xsl:use-attribute-sets="firma"><xsl:apply-templates select="$otra" mode="firma"/></fo:table-cell>
              </xsl:if>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template match="firma" mode="firma">
    <xsl:variable name="persona" select="($programa/integrantes/persona | $personas-de-informe)[@id = current()/@persona]"/>
    <xsl:apply-templates select="$persona[1]" mode="firma"/>
    <xsl:if test="not($persona)">
      <fo:block xsl:use-attribute-sets="firma-nombre">
        <xsl:call-template name="desconocido"><xsl:with-param name="que">persona</xsl:with-param><xsl:with-param name="id" select="@persona"/></xsl:call-template>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="persona" mode="firma">
    <fo:block xsl:use-attribute-sets="firma-nombre"><xsl:value-of select="nombre"/></fo:block>
    <fo:block><xsl:apply-templates select="cargo/node()"/></fo:block>
  </xsl:template>

  <!-- Annexes -->

  <xsl:template match="anexo" mode="etiqueta">Anexo <xsl:number format="1"/></xsl:template>

  <xsl:template match="anexo" mode="nombre">
    <xsl:apply-templates select="." mode="etiqueta"/>
    <xsl:text>. </xsl:text>
    <xsl:value-of select="normalize-space(titulo)"/>
  </xsl:template>

  <xsl:template match="anexo">
    <fo:block id="{@id}" role="Sect">
      <xsl:if test="position() > 1"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
      <fo:block role="H2" xsl:use-attribute-sets="titulo-2">
        <xsl:apply-templates select="." mode="etiqueta"/>
        <xsl:text>. </xsl:text>
        <xsl:apply-templates select="titulo/node()"/>
      </fo:block>
      <xsl:apply-templates select="*[not(self::titulo)]"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="tabla">
    <fo:table xsl:use-attribute-sets="tabla">
      <xsl:for-each select="columna">
        <fo:table-column column-width="proportional-column-width({concat(@ancho, substring('1', 1, not(@ancho)))})"/>
      </xsl:for-each>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:for-each select="columna">
            <xsl:call-template name="celda-titulo">
              <xsl:with-param name="texto" select="normalize-space()"/>
              <xsl:with-param name="alineada"><xsl:apply-templates select="." mode="alineada"/></xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body><xsl:apply-templates select="fila"/></fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="columna" mode="alineada">
    <xsl:choose>
      <xsl:when test="@alineada = 'fin'">end</xsl:when>
      <xsl:when test="@alineada = 'centro'">center</xsl:when>
      <xsl:otherwise>start</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- As many cells as columns: a row that falls short is filled up, what is too much is joined to the last cell. -->
  <xsl:template match="fila">
    <xsl:variable name="fila" select="."/>
    <fo:table-row xsl:use-attribute-sets="fila">
      <xsl:for-each select="../columna">
        <xsl:variable name="lugar" select="position()"/>
        <xsl:variable name="ultima" select="position() = last()"/>
        <xsl:call-template name="celda">
          <xsl:with-param name="contenido">
            <xsl:for-each select="$fila/celda[position() = $lugar or ($ultima and position() > $lugar)]">
              <xsl:if test="position() > 1">; </xsl:if>
              <xsl:apply-templates/>
            </xsl:for-each>
          </xsl:with-param>
          <xsl:with-param name="alineada"><xsl:apply-templates select="." mode="alineada"/></xsl:with-param>
          <xsl:with-param name="nombra-fila" select="$lugar = 1"/>
        </xsl:call-template>
      </xsl:for-each>
    </fo:table-row>
  </xsl:template>

  <!-- The year of the programme at a glance, known in every case: when which action is due. -->
  <xsl:template match="parte[@de = 'calendario-de-acciones']">
    <fo:table xsl:use-attribute-sets="tabla-densa">
      <fo:table-column column-width="36pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <xsl:call-template name="columnas-de-meses"><xsl:with-param name="ancho">25pt</xsl:with-param></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"/>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Acción</xsl:with-param></xsl:call-template>
          <xsl:call-template name="titulos-de-meses"><xsl:with-param name="letras" select="3"/></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$programa//accion">
          <fo:table-row xsl:use-attribute-sets="fila">
            <xsl:call-template name="celda-densa">
              <xsl:with-param name="contenido"><xsl:apply-templates select="." mode="etiqueta"/></xsl:with-param>
              <xsl:with-param name="nombra-fila" select="true()"/>
            </xsl:call-template>
            <xsl:call-template name="celda-densa"><xsl:with-param name="contenido"><xsl:apply-templates select="texto/node()"/></xsl:with-param></xsl:call-template>
            <xsl:call-template name="celdas-de-meses"><xsl:with-param name="acciones" select="."/><xsl:with-param name="cuentan" select="false()"/></xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
