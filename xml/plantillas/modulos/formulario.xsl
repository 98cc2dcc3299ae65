<?xml version="1.0" encoding="UTF-8"?>
<!-- What is not written: ruled space in a form for the pen, a visible word in a report. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <!-- Prose as it is written, or so many lines for the pen: on one page, or (partibles) the last three at least. -->
  <xsl:template name="prosa-o-renglones">
    <xsl:param name="prosa"/>
    <xsl:param name="renglones" select="10"/>
    <xsl:param name="partibles" select="false()"/>
    <xsl:choose>
      <xsl:when test="normalize-space($prosa)"><xsl:apply-templates select="$prosa/*"/></xsl:when>
      <xsl:when test="$en-blanco">
        <fo:block role="Div" xsl:use-attribute-sets="renglones">
          <xsl:if test="not($partibles)"><xsl:call-template name="junta-en-blanco"/></xsl:if>
          <xsl:call-template name="renglones"><xsl:with-param name="cuantos" select="$renglones - 3"/></xsl:call-template>
          <fo:block role="Div" xsl:use-attribute-sets="junta">
            <xsl:call-template name="renglones"><xsl:with-param name="cuantos" select="3"/></xsl:call-template>
          </fo:block>
        </fo:block>
      </xsl:when>
      <xsl:otherwise><fo:block xsl:use-attribute-sets="parrafo"><xsl:call-template name="falta"/></fo:block></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="renglones">
    <xsl:param name="cuantos" select="1"/>
    <xsl:if test="$cuantos > 0">
      <fo:block xsl:use-attribute-sets="renglon"><xsl:text>&#xA0;</xsl:text></fo:block>
      <xsl:call-template name="renglones"><xsl:with-param name="cuantos" select="$cuantos - 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A short line to write on, inside a line of print. -->
  <xsl:template name="raya">
    <xsl:param name="largo" select="'100pt'"/>
    <fo:leader leader-length="{$largo}" xsl:use-attribute-sets="raya"/>
  </xsl:template>

  <!-- In place of a value that is missing. A form leaves the room; the line keeps its height. -->
  <xsl:template name="falta">
    <xsl:choose>
      <xsl:when test="$en-blanco"><xsl:text>&#xA0;</xsl:text></xsl:when>
      <xsl:when test="$borrador"><fo:inline xsl:use-attribute-sets="pendiente">pendiente</fo:inline></xsl:when>
      <xsl:otherwise><fo:inline xsl:use-attribute-sets="pendiente">sin dato</fo:inline></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="valor">
    <xsl:param name="valor"/>
    <xsl:choose>
      <xsl:when test="normalize-space($valor)"><xsl:copy-of select="$valor"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="falta"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A short table of a form is not worth two pages. -->
  <xsl:template name="junta-en-blanco">
    <xsl:if test="$en-blanco"><xsl:attribute name="keep-together.within-page"><xsl:value-of select="$fuerza-de-junta"/></xsl:attribute></xsl:if>
  </xsl:template>

  <!-- Cells. "filas" joins rows; "alto" is room for the pen. -->
  <xsl:template name="celda-densa">
    <xsl:param name="contenido"/>
    <xsl:param name="alineada" select="'start'"/>
    <xsl:param name="nombra-fila" select="false()"/>
    <xsl:param name="filas" select="1"/>
    <xsl:param name="alto" select="0"/>
    <fo:table-cell xsl:use-attribute-sets="celda-densa">
      <xsl:if test="$nombra-fila"><xsl:attribute name="role">TH</xsl:attribute></xsl:if>
      <xsl:if test="$filas > 1"><xsl:attribute name="number-rows-spanned"><xsl:value-of select="$filas"/></xsl:attribute></xsl:if>
      <xsl:if test="$en-blanco"><xsl:attribute name="border-right">0.5pt solid <xsl:value-of select="$fondo"/></xsl:attribute></xsl:if>
      <xsl:if test="$alto > 0"><xsl:attribute name="height"><xsl:value-of select="$alto"/>pt</xsl:attribute></xsl:if>
      <fo:block text-align="{$alineada}">
        <xsl:call-template name="valor"><xsl:with-param name="valor" select="$contenido"/></xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- A band that opens a group of rows, over all columns. -->
  <xsl:template name="franja">
    <xsl:param name="columnas"/>
    <xsl:param name="contenido"/>
    <fo:table-row keep-with-next.within-page="always" xsl:use-attribute-sets="fila">
      <fo:table-cell number-columns-spanned="{$columnas}" role="TH" xsl:use-attribute-sets="celda-franja">
        <fo:block><xsl:copy-of select="$contenido"/></fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- Empty rows of a form. -->
  <xsl:template name="filas-vacias">
    <xsl:param name="cuantas" select="1"/>
    <xsl:param name="columnas"/>
    <xsl:param name="alto" select="$renglon"/>
    <xsl:if test="$cuantas > 0">
      <fo:table-row xsl:use-attribute-sets="fila">
        <xsl:call-template name="celdas-vacias"><xsl:with-param name="cuantas" select="$columnas"/><xsl:with-param name="alto" select="$alto"/></xsl:call-template>
      </fo:table-row>
      <xsl:call-template name="filas-vacias">
        <xsl:with-param name="cuantas" select="$cuantas - 1"/>
        <xsl:with-param name="columnas" select="$columnas"/>
        <xsl:with-param name="alto" select="$alto"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="celdas-vacias">
    <xsl:param name="cuantas"/>
    <xsl:param name="alto" select="0"/>
    <xsl:if test="$cuantas > 0">
      <xsl:call-template name="celda-densa"><xsl:with-param name="alto" select="$alto"/></xsl:call-template>
      <xsl:call-template name="celdas-vacias"><xsl:with-param name="cuantas" select="$cuantas - 1"/><xsl:with-param name="alto" select="$alto"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A list of facts: name and value, a row each. -->
  <xsl:template name="dato">
    <xsl:param name="nombre"/>
    <xsl:param name="valor"/>
    <fo:table-row xsl:use-attribute-sets="fila">
      <fo:table-cell role="TH" xsl:use-attribute-sets="celda-breve">
        <fo:block xsl:use-attribute-sets="negrita"><xsl:value-of select="$nombre"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="celda-breve">
        <fo:block><xsl:call-template name="valor"><xsl:with-param name="valor" select="$valor"/></xsl:call-template></fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="tabla-de-datos">
    <xsl:param name="filas"/>
    <fo:table xsl:use-attribute-sets="tabla-sin-titulos">
      <fo:table-column column-width="150pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body><xsl:copy-of select="$filas"/></fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
