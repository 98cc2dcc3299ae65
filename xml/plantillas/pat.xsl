<?xml version="1.0" encoding="UTF-8"?>
<!-- Programa Anual de Trabajo: cover, members, representatives, index, chapters. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions">

  <xsl:import href="modulos/estilo.xsl"/>
  <xsl:import href="modulos/espanol.xsl"/>
  <xsl:import href="modulos/texto.xsl"/>
  <xsl:import href="modulos/estructura.xsl"/>
  <xsl:import href="modulos/comision.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:variable name="sesion" select="key('por-id', /programa/presentacion/@sesion)"/>

  <!-- PUNTO 04, PRIMERA SESIÓN ORDINARIA 2026, 22 DE ENERO DE 2026 -->
  <xsl:variable name="punto" select="concat('Punto ', format-number(/programa/presentacion/@punto, '00'))"/>
  <xsl:variable name="nombre-sesion">
    <xsl:call-template name="ordinal"><xsl:with-param name="numero" select="$sesion/@ordinal"/></xsl:call-template>
    <xsl:text> Sesión </xsl:text>
    <xsl:call-template name="inicial-mayuscula"><xsl:with-param name="palabra" select="$sesion/@tipo"/></xsl:call-template>
    <xsl:value-of select="concat(' ', substring($sesion/@fecha, 1, 4))"/>
  </xsl:variable>
  <xsl:variable name="fecha-sesion">
    <xsl:call-template name="fecha-larga"><xsl:with-param name="fecha" select="$sesion/@fecha"/></xsl:call-template>
  </xsl:variable>

  <xsl:template match="/programa">
    <xsl:variable name="titulo" select="normalize-space(titulo)"/>
    <fo:root xsl:use-attribute-sets="documento">
      <xsl:call-template name="paginas"/>
      <xsl:call-template name="metadatos">
        <xsl:with-param name="titulo" select="$titulo"/>
        <xsl:with-param name="autor" select="comision/nombre"/>
        <xsl:with-param name="asunto" select="concat($punto, '. ', $nombre-sesion, '. ', $fecha-sesion)"/>
        <xsl:with-param name="fecha" select="$sesion/@fecha"/>
      </xsl:call-template>
      <fo:bookmark-tree>
        <xsl:apply-templates select="integrantes | representaciones" mode="marcador"/>
        <xsl:call-template name="marcador">
          <xsl:with-param name="destino">indice</xsl:with-param>
          <xsl:with-param name="titulo">Índice</xsl:with-param>
        </xsl:call-template>
        <xsl:apply-templates select="capitulo" mode="marcador"/>
      </fo:bookmark-tree>

      <fo:page-sequence master-reference="portada" format="1">
        <fo:title><xsl:value-of select="$titulo"/></fo:title>
        <fo:static-content flow-name="cabeza-portada">
          <fo:block xsl:use-attribute-sets="portada-institucion"><xsl:call-template name="membrete"/></fo:block>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body"><xsl:call-template name="portada"/></fo:flow>
      </fo:page-sequence>

      <fo:page-sequence id="cuerpo" master-reference="interior">
        <fo:title><xsl:value-of select="$titulo"/></fo:title>
        <xsl:call-template name="corridos"><xsl:with-param name="pie" select="titulo/@corto"/></xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <xsl:apply-templates select="integrantes | representaciones"/>
          <xsl:call-template name="indice"/>
          <fo:block role="Div" break-before="page"><xsl:apply-templates select="capitulo"/></fo:block>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="portada">
    <fo:block xsl:use-attribute-sets="portada-comision"><xsl:value-of select="comision/nombre"/></fo:block>
    <fo:block xsl:use-attribute-sets="portada-titulo"><xsl:value-of select="normalize-space(titulo)"/></fo:block>
    <fo:block role="Div" xsl:use-attribute-sets="portada-sesion">
      <fo:block xsl:use-attribute-sets="negrita"><xsl:value-of select="$punto"/></fo:block>
      <fo:block><xsl:value-of select="$nombre-sesion"/></fo:block>
      <fo:block><xsl:value-of select="$fecha-sesion"/></fo:block>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
