<?xml version="1.0" encoding="UTF-8"?>
<!-- Progress in per cent, with bars: for the whole, for each attribution (the mean of its actions that have a figure)
     and for each action. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <!-- A bar that overflows its track would say nothing more; the figure beside it is the true one. -->
  <xsl:template name="barra">
    <xsl:param name="porcentaje"/>
    <xsl:variable name="lleno">
      <xsl:choose>
        <xsl:when test="not($porcentaje > 0)">0</xsl:when>
        <xsl:when test="$porcentaje > 100">100</xsl:when>
        <xsl:otherwise><xsl:value-of select="$porcentaje"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <fo:block-container role="NonStruct" xsl:use-attribute-sets="riel">
      <xsl:if test="$en-blanco"><xsl:attribute name="border">0.5pt solid #9a9a9a</xsl:attribute><xsl:attribute name="background-color">#ffffff</xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test="$lleno > 0">
          <fo:block-container role="NonStruct" width="{$lleno}%" xsl:use-attribute-sets="barra"><fo:block role="NonStruct"/></fo:block-container>
        </xsl:when>
        <xsl:otherwise><fo:block role="NonStruct"/></xsl:otherwise>
      </xsl:choose>
    </fo:block-container>
  </xsl:template>

  <xsl:template name="media">
    <xsl:param name="de"/>
    <xsl:if test="$de"><xsl:value-of select="round(sum($de) div count($de))"/></xsl:if>
  </xsl:template>

  <xsl:template name="celda-de-barra">
    <xsl:param name="porcentaje"/>
    <fo:table-cell display-align="center" xsl:use-attribute-sets="celda">
      <xsl:call-template name="barra"><xsl:with-param name="porcentaje" select="$porcentaje"/></xsl:call-template>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="celda-de-cifra">
    <xsl:param name="porcentaje"/>
    <fo:table-cell xsl:use-attribute-sets="celda">
      <fo:block text-align="end">
        <xsl:choose>
          <xsl:when test="string($porcentaje)"><xsl:value-of select="concat($porcentaje, ' %')"/></xsl:when>
          <xsl:when test="$en-blanco"><xsl:call-template name="raya"><xsl:with-param name="largo">22pt</xsl:with-param></xsl:call-template> %</xsl:when>
          <xsl:otherwise><xsl:call-template name="falta"/></xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="parte[@de = 'avance']">
    <fo:table xsl:use-attribute-sets="tabla-densa">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="48pt"/>
      <fo:table-column column-width="150pt"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Atribución y acción</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Avance</xsl:with-param><xsl:with-param name="alineada">end</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">De 0 a 100 %</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:call-template name="fila-de-media">
          <xsl:with-param name="titulo">Todas las acciones del trimestre</xsl:with-param>
          <xsl:with-param name="cifras" select="$avances[@accion = $acciones/@id]/@porcentaje"/>
          <xsl:with-param name="de" select="count($acciones)"/>
        </xsl:call-template>
        <xsl:for-each select="$programa//atribucion[accion[@id = $acciones/@id]]">
          <xsl:variable name="suyas" select="accion[@id = $acciones/@id]"/>
          <xsl:call-template name="fila-de-media">
            <xsl:with-param name="titulo"><xsl:apply-templates select="." mode="nombre"/></xsl:with-param>
            <xsl:with-param name="cifras" select="$avances[@accion = $suyas/@id]/@porcentaje"/>
            <xsl:with-param name="de" select="count($suyas)"/>
          </xsl:call-template>
          <xsl:for-each select="$suyas">
            <xsl:variable name="cifra" select="string($avances[@accion = current()/@id]/@porcentaje)"/>
            <fo:table-row xsl:use-attribute-sets="fila">
              <fo:table-cell role="TH" xsl:use-attribute-sets="celda-sangrada">
                <fo:block><xsl:value-of select="concat(@numero, '. ')"/><xsl:apply-templates select="texto/node()"/></fo:block>
              </fo:table-cell>
              <xsl:call-template name="celda-de-cifra"><xsl:with-param name="porcentaje" select="$cifra"/></xsl:call-template>
              <xsl:call-template name="celda-de-barra"><xsl:with-param name="porcentaje" select="$cifra"/></xsl:call-template>
            </fo:table-row>
          </xsl:for-each>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <xsl:if test="not($en-blanco)">
      <fo:block xsl:use-attribute-sets="nota" keep-with-previous.within-page="always">
        <xsl:text>El avance de una atribución es la media de sus acciones con dato; el de cada acción se cuenta desde el principio del año.</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="fila-de-media">
    <xsl:param name="titulo"/>
    <xsl:param name="cifras"/>
    <xsl:param name="de"/>
    <xsl:variable name="media"><xsl:call-template name="media"><xsl:with-param name="de" select="$cifras"/></xsl:call-template></xsl:variable>
    <fo:table-row keep-with-next.within-page="always" xsl:use-attribute-sets="fila negrita">
      <fo:table-cell role="TH" xsl:use-attribute-sets="celda-franja">
        <fo:block>
          <xsl:value-of select="$titulo"/>
          <xsl:if test="not($en-blanco)">
            <fo:inline font-weight="normal"><xsl:value-of select="concat(' · ', count($cifras), ' de ', $de, ' acciones con dato')"/></fo:inline>
          </xsl:if>
        </fo:block>
      </fo:table-cell>
      <xsl:call-template name="celda-de-cifra"><xsl:with-param name="porcentaje" select="$media"/></xsl:call-template>
      <xsl:call-template name="celda-de-barra"><xsl:with-param name="porcentaje" select="$media"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
