<?xml version="1.0" encoding="UTF-8"?>
<!-- Spanish words for dates, periods and ordinals. Nothing here knows a document or a page. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:str="http://exslt.org/strings"
                extension-element-prefixes="str">

  <xsl:variable name="meses" select="str:tokenize('Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre')"/>
  <xsl:variable name="ordinales" select="str:tokenize('Primera Segunda Tercera Cuarta Quinta Sexta Séptima Octava Novena Décima Undécima Duodécima')"/>
  <xsl:variable name="mayusculas" select="'ABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚÜ'"/>
  <xsl:variable name="minusculas" select="'abcdefghijklmnñopqrstuvwxyzáéíóúü'"/>

  <!-- 2026-01[-22] -> Enero -->
  <xsl:template name="mes">
    <xsl:param name="fecha"/>
    <xsl:value-of select="$meses[number(substring($fecha, 6, 2))]"/>
  </xsl:template>

  <!-- 2026-01-22 -> 22 de enero de 2026 -->
  <xsl:template name="fecha-larga">
    <xsl:param name="fecha"/>
    <xsl:value-of select="concat(number(substring($fecha, 9, 2)), ' de ',
                          translate($meses[number(substring($fecha, 6, 2))], $mayusculas, $minusculas),
                          ' de ', substring($fecha, 1, 4))"/>
  </xsl:template>

  <!-- 2026-01-22 -> 22 ene -->
  <xsl:template name="fecha-breve">
    <xsl:param name="fecha"/>
    <xsl:value-of select="concat(number(substring($fecha, 9, 2)), ' ',
                          translate(substring($meses[number(substring($fecha, 6, 2))], 1, 3), $mayusculas, $minusculas))"/>
  </xsl:template>

  <!-- ordinaria -> Ordinaria -->
  <xsl:template name="inicial-mayuscula">
    <xsl:param name="palabra"/>
    <xsl:value-of select="concat(translate(substring($palabra, 1, 1), $minusculas, $mayusculas), substring($palabra, 2))"/>
  </xsl:template>

  <!-- 1 -> Primera; beyond the words, 13ª -->
  <xsl:template name="ordinal">
    <xsl:param name="numero"/>
    <xsl:choose>
      <xsl:when test="$ordinales[number($numero)]"><xsl:value-of select="$ordinales[number($numero)]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($numero, 'ª')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A literal text is printed as it stands. -->
  <xsl:template match="periodo[normalize-space()] | meses[normalize-space()]" mode="periodo" priority="1">
    <xsl:value-of select="normalize-space()"/>
  </xsl:template>

  <!-- Enero - Noviembre 2026; Noviembre 2025 - Marzo 2026; Noviembre 2026 -->
  <xsl:template match="periodo" mode="periodo">
    <xsl:variable name="mismo-anio" select="substring(@desde, 1, 4) = substring(@hasta, 1, 4)"/>
    <xsl:if test="@desde != @hasta">
      <xsl:call-template name="mes"><xsl:with-param name="fecha" select="@desde"/></xsl:call-template>
      <xsl:if test="not($mismo-anio)"><xsl:value-of select="concat(' ', substring(@desde, 1, 4))"/></xsl:if>
      <xsl:text> - </xsl:text>
    </xsl:if>
    <xsl:call-template name="mes"><xsl:with-param name="fecha" select="@hasta"/></xsl:call-template>
    <xsl:value-of select="concat(' ', substring(@hasta, 1, 4))"/>
  </xsl:template>

  <!-- Marzo, Junio 2026; Noviembre 2025, Marzo, Junio 2026: a year follows the last of its months. -->
  <xsl:template match="meses" mode="periodo">
    <xsl:for-each select="str:tokenize(@lista)">
      <xsl:call-template name="mes"><xsl:with-param name="fecha" select="."/></xsl:call-template>
      <xsl:variable name="anio" select="substring(., 1, 4)"/>
      <xsl:if test="not(substring(following-sibling::token[1], 1, 4) = $anio)">
        <xsl:value-of select="concat(' ', $anio)"/>
      </xsl:if>
      <xsl:if test="position() != last()">, </xsl:if>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
