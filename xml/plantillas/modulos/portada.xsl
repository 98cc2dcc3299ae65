<?xml version="1.0" encoding="UTF-8"?>
<!-- The cover, the same on every document: institution, commission, title, and the session that it is put before. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                exclude-result-prefixes="fox">

  <!-- "subtitulo" may be empty; "pie" is the content of the block beside the bar. -->
  <xsl:template name="portada">
    <xsl:param name="titulo"/>
    <xsl:param name="subtitulo"/>
    <xsl:param name="pie"/>
    <fo:page-sequence master-reference="portada" format="1">
      <fo:title><xsl:value-of select="$titulo"/></fo:title>
      <fo:static-content flow-name="cabeza-portada">
        <xsl:call-template name="aviso-de-borrador"/>
        <xsl:if test="$institucion/@leyenda">
          <fo:block role="Div" xsl:use-attribute-sets="portada-leyenda"><xsl:call-template name="leyenda"/></fo:block>
        </xsl:if>
        <fo:block xsl:use-attribute-sets="portada-institucion"><xsl:call-template name="membrete"/></fo:block>
      </fo:static-content>
      <fo:flow flow-name="xsl-region-body">
        <fo:block xsl:use-attribute-sets="portada-comision"><xsl:value-of select="$programa/comision/nombre"/></fo:block>
        <fo:block xsl:use-attribute-sets="portada-titulo"><xsl:value-of select="$titulo"/></fo:block>
        <xsl:if test="string($subtitulo)">
          <fo:block xsl:use-attribute-sets="portada-subtitulo"><xsl:value-of select="$subtitulo"/></fo:block>
        </xsl:if>
        <fo:block role="Div" xsl:use-attribute-sets="portada-sesion"><xsl:copy-of select="$pie"/></fo:block>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <!-- The institution's emblem, or else its name. The emblem's path is relative to the institution's file. -->
  <xsl:template name="membrete">
    <xsl:for-each select="$institucion/logotipo">
      <fo:external-graphic src="url('{$carpeta-institucion}{@archivo}')" fox:alt-text="{@texto}" xsl:use-attribute-sets="logotipo"/>
    </xsl:for-each>
    <xsl:if test="not($institucion/logotipo)"><xsl:value-of select="$institucion/nombre"/></xsl:if>
  </xsl:template>

  <!-- Where a document is put before the commission: PUNTO 04, PRIMERA SESIÓN ORDINARIA 2026, 22 DE ENERO DE 2026. -->
  <xsl:template match="presentacion" mode="portada">
    <xsl:variable name="sesion" select="key('por-id', @sesion) | $calendario[@id = current()/@sesion]"/>
    <xsl:if test="@punto">
      <fo:block xsl:use-attribute-sets="negrita"><xsl:apply-templates select="." mode="punto"/></fo:block>
    </xsl:if>
    <fo:block>
      <xsl:apply-templates select="$sesion[1]" mode="nombre"/>
      <xsl:if test="not($sesion)">
        <xsl:call-template name="desconocido"><xsl:with-param name="que">sesión</xsl:with-param><xsl:with-param name="id" select="@sesion"/></xsl:call-template>
      </xsl:if>
    </fo:block>
    <xsl:if test="$sesion">
      <fo:block><xsl:apply-templates select="$sesion[1]" mode="fecha-larga"/></fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="presentacion" mode="punto">
    <xsl:value-of select="concat('Punto ', format-number(@punto, '00'))"/>
  </xsl:template>

</xsl:stylesheet>
