<?xml version="1.0" encoding="UTF-8"?>
<!-- Months and quarters of a programme, and what falls in them. A month is written 2026-03; compared, it is the number
     202603. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:str="http://exslt.org/strings"
                exclude-result-prefixes="exsl str">

  <xsl:variable name="anio" select="string($programa/@anio)"/>

  <!-- Months of the programme's actions, first to last: <mes valor="2026-01"/>... -->
  <xsl:variable name="primer-mes">
    <xsl:for-each select="$programa//periodo/@desde | $programa//meses/@lista">
      <xsl:sort select="substring(., 1, 7)"/>
      <xsl:if test="position() = 1"><xsl:value-of select="substring(., 1, 7)"/></xsl:if>
    </xsl:for-each>
  </xsl:variable>

  <xsl:variable name="ultimo-mes">
    <xsl:for-each select="$programa//periodo/@hasta | $programa//meses/@lista">
      <xsl:sort select="substring(., string-length(.) - 6)" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="substring(., string-length(.) - 6)"/></xsl:if>
    </xsl:for-each>
  </xsl:variable>

  <xsl:variable name="lista-de-meses">
    <xsl:call-template name="contar-meses"><xsl:with-param name="mes" select="string($primer-mes)"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="meses-del-programa" select="exsl:node-set($lista-de-meses)/mes"/>

  <!-- Never more than two years, whatever the source says. -->
  <xsl:template name="contar-meses">
    <xsl:param name="mes"/>
    <xsl:param name="quedan" select="24"/>
    <xsl:if test="$quedan > 0 and translate($mes, '-', '') &lt;= translate($ultimo-mes, '-', '')">
      <mes valor="{$mes}"/>
      <xsl:call-template name="contar-meses">
        <xsl:with-param name="mes">
          <xsl:choose>
            <xsl:when test="substring($mes, 6) = '12'"><xsl:value-of select="concat(substring($mes, 1, 4) + 1, '-01')"/></xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="concat(substring($mes, 1, 5), format-number(substring($mes, 6) + 1, '00'))"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="quedan" select="$quedan - 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The quarter that is reported. The fourth ends with the programme, in November or December. -->

  <xsl:param name="trimestre" select="1"/>
  <xsl:variable name="numero-de-trimestre">
    <xsl:choose>
      <xsl:when test="$informe/@trimestre"><xsl:value-of select="$informe/@trimestre"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$trimestre"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="desde" select="concat($anio, '-', format-number(3 * $numero-de-trimestre - 2, '00'))"/>
  <xsl:variable name="hasta">
    <xsl:choose>
      <xsl:when test="$numero-de-trimestre = 4 and $ultimo-mes = concat($anio, '-11')"><xsl:value-of select="$ultimo-mes"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($anio, '-', format-number(3 * $numero-de-trimestre, '00'))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="n-desde" select="number(translate($desde, '-', ''))"/>
  <xsl:variable name="n-hasta" select="number(translate($hasta, '-', ''))"/>

  <xsl:variable name="nombre-de-trimestre">
    <xsl:value-of select="str:tokenize('Primer Segundo Tercer Cuarto')[number($numero-de-trimestre)]"/>
    <xsl:text> trimestre</xsl:text>
  </xsl:variable>

  <!-- Enero - Marzo 2026 -->
  <xsl:variable name="periodo-de-trimestre">
    <xsl:call-template name="mes"><xsl:with-param name="fecha" select="$desde"/></xsl:call-template>
    <xsl:text> - </xsl:text>
    <xsl:call-template name="mes"><xsl:with-param name="fecha" select="$hasta"/></xsl:call-template>
    <xsl:value-of select="concat(' ', $anio)"/>
  </xsl:variable>

  <xsl:variable name="sesiones-del-trimestre"
                select="$calendario[number(translate(substring(@fecha, 1, 7), '-', '')) >= $n-desde and
                        $n-hasta >= number(translate(substring(@fecha, 1, 7), '-', ''))]"/>

  <xsl:variable name="acciones-del-trimestre"
                select="$programa//accion[
                        periodo[$n-hasta >= number(translate(@desde, '-', '')) and number(translate(@hasta, '-', '')) >= $n-desde] or
                        meses[str:tokenize(@lista)[number(translate(., '-', '')) >= $n-desde and
                                                   $n-hasta >= number(translate(., '-', ''))]]]"/>

</xsl:stylesheet>
