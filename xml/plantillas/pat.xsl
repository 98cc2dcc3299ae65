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
  <xsl:import href="modulos/portada.xsl"/>
  <xsl:import href="modulos/comision.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/programa">
    <xsl:variable name="sesion" select="key('por-id', presentacion/@sesion)"/>
    <xsl:variable name="punto"><xsl:apply-templates select="presentacion" mode="punto"/></xsl:variable>
    <xsl:variable name="nombre-sesion"><xsl:apply-templates select="$sesion" mode="nombre"/></xsl:variable>
    <xsl:variable name="fecha-sesion"><xsl:apply-templates select="$sesion" mode="fecha-larga"/></xsl:variable>
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

      <xsl:call-template name="portada">
        <xsl:with-param name="titulo" select="$titulo"/>
        <xsl:with-param name="pie"><xsl:apply-templates select="presentacion" mode="portada"/></xsl:with-param>
      </xsl:call-template>

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

</xsl:stylesheet>
