<?xml version="1.0" encoding="UTF-8"?>
<!-- The programme's months as columns: how many actions fall in each. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:template name="columnas-de-meses">
    <xsl:param name="ancho"/>
    <fo:table-column column-width="{$ancho}" number-columns-repeated="{count($meses-del-programa)}"/>
  </xsl:template>

  <!-- Two rows of heads are one too many for a year: the year stands under January and the first month. -->
  <xsl:template name="titulos-de-meses">
    <xsl:param name="letras" select="1"/>
    <xsl:for-each select="$meses-del-programa">
      <fo:table-cell xsl:use-attribute-sets="celda-mes-titulo">
        <fo:block text-align="center">
          <xsl:variable name="mes"><xsl:call-template name="mes"><xsl:with-param name="fecha" select="@valor"/></xsl:call-template></xsl:variable>
          <xsl:value-of select="substring($mes, 1, $letras)"/>
        </fo:block>
      </fo:table-cell>
    </xsl:for-each>
  </xsl:template>

  <!-- "cuentan": how many, in a summary; otherwise a mark, for one action. -->
  <xsl:template name="celdas-de-meses">
    <xsl:param name="acciones"/>
    <xsl:param name="cuentan" select="true()"/>
    <xsl:for-each select="$meses-del-programa">
      <xsl:variable name="mes" select="string(@valor)"/>
      <xsl:variable name="n" select="translate($mes, '-', '')"/>
      <xsl:variable name="suyas"
                    select="count($acciones[periodo[$n >= number(translate(@desde, '-', '')) and number(translate(@hasta, '-', '')) >= $n] or
                                            meses[contains(concat(' ', normalize-space(@lista), ' '), concat(' ', $mes, ' '))]])"/>
      <fo:table-cell xsl:use-attribute-sets="celda-mes">
        <xsl:if test="$suyas > 0"><xsl:attribute name="background-color"><xsl:value-of select="$fondo"/></xsl:attribute></xsl:if>
        <fo:block text-align="center">
          <xsl:choose>
            <xsl:when test="$suyas = 0"/>
            <xsl:when test="$cuentan"><xsl:value-of select="$suyas"/></xsl:when>
            <xsl:otherwise>●</xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </fo:table-cell>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
