<?xml version="1.0" encoding="UTF-8"?>
<!-- What frames a document: metadata, outline, running head and foot, index, chapters and their headings. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                exclude-result-prefixes="fox">

  <!-- Metadata -->

  <xsl:template name="metadatos">
    <xsl:param name="titulo"/>
    <xsl:param name="autor"/>
    <xsl:param name="asunto"/>
    <xsl:param name="fecha"/>
    <xsl:variable name="instante" select="concat($fecha, 'T00:00:00', $institucion/@huso)"/>
    <fo:declarations>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
          <rdf:Description rdf:about="">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default"><xsl:value-of select="$titulo"/></rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li><xsl:value-of select="$autor"/></rdf:li></rdf:Seq></dc:creator>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default"><xsl:value-of select="$asunto"/></rdf:li></rdf:Alt></dc:description>
            <dc:publisher><rdf:Bag><rdf:li><xsl:value-of select="$institucion/nombre"/></rdf:li></rdf:Bag></dc:publisher>
            <dc:language><rdf:Bag><rdf:li><xsl:value-of select="$programa/@idioma"/></rdf:li></rdf:Bag></dc:language>
            <dc:date><rdf:Seq><rdf:li><xsl:value-of select="$instante"/></rdf:li></rdf:Seq></dc:date>
          </rdf:Description>
          <rdf:Description rdf:about="">
            <xmp:CreateDate><xsl:value-of select="$instante"/></xmp:CreateDate>
            <xmp:ModifyDate><xsl:value-of select="$instante"/></xmp:ModifyDate>
          </rdf:Description>
        </rdf:RDF>
      </x:xmpmeta>
    </fo:declarations>
  </xsl:template>

  <!-- Outline -->

  <xsl:template match="*" mode="marcador">
    <xsl:call-template name="marcador">
      <xsl:with-param name="destino"><xsl:apply-templates select="." mode="id"/></xsl:with-param>
      <xsl:with-param name="titulo"><xsl:apply-templates select="." mode="nombre"/></xsl:with-param>
      <xsl:with-param name="dentro" select="seccion | atribuciones/atribucion"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="marcador">
    <xsl:param name="destino"/>
    <xsl:param name="titulo"/>
    <xsl:param name="dentro" select="/.."/>
    <fo:bookmark internal-destination="{$destino}">
      <fo:bookmark-title><xsl:value-of select="normalize-space($titulo)"/></fo:bookmark-title>
      <xsl:apply-templates select="$dentro" mode="marcador"/>
    </fo:bookmark>
  </xsl:template>

  <xsl:template match="*" mode="id"><xsl:value-of select="@id"/></xsl:template>

  <!-- Running head and foot. "ultima": id of the last page-sequence, whose last page is the Y of "Página X de Y". -->

  <xsl:template name="corridos">
    <xsl:param name="pie"/>
    <xsl:param name="ultima" select="'cuerpo'"/>
    <xsl:param name="apaisada" select="false()"/>
    <xsl:param name="cabeza">
      <xsl:value-of select="$institucion/nombre"/>
      <fo:leader xsl:use-attribute-sets="relleno"/>
      <fo:retrieve-marker retrieve-class-name="capitulo" retrieve-position="first-starting-within-page"/>
    </xsl:param>
    <fo:static-content flow-name="cabeza">
      <xsl:call-template name="aviso-de-borrador"><xsl:with-param name="apaisada" select="$apaisada"/></xsl:call-template>
      <xsl:call-template name="leyenda"/>
      <fo:block xsl:use-attribute-sets="cabeza">
        <xsl:if test="$institucion/@leyenda"><xsl:attribute name="space-before">3pt</xsl:attribute></xsl:if>
        <xsl:copy-of select="$cabeza"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="pie">
      <fo:block xsl:use-attribute-sets="pie">
        <xsl:value-of select="$pie"/>
        <fo:leader xsl:use-attribute-sets="relleno"/>
        <xsl:text>Página </xsl:text>
        <fo:page-number/>
        <xsl:text> de </xsl:text>
        <fo:page-number-citation-last ref-id="{$ultima}"/>
      </fo:block>
    </fo:static-content>
  </xsl:template>

  <!-- What the institution wants said on every page. -->
  <xsl:template name="leyenda">
    <xsl:for-each select="$institucion/@leyenda">
      <fo:block xsl:use-attribute-sets="leyenda"><xsl:value-of select="."/></fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- A word across the page, behind the text: region-before is painted before region-body. -->
  <xsl:template name="aviso-de-borrador">
    <xsl:param name="apaisada" select="false()"/>
    <xsl:if test="$borrador">
      <fo:block-container absolute-position="fixed" xsl:use-attribute-sets="borrador">
        <xsl:if test="$apaisada"><xsl:attribute name="top">240pt</xsl:attribute></xsl:if>
        <fo:block>BORRADOR</fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- Index of chapters and sections -->

  <xsl:template name="indice">
    <xsl:param name="partes" select="/*/capitulo | /*/capitulo/seccion"/>
    <fo:block id="indice" role="H1" xsl:use-attribute-sets="titulo-1">ÍNDICE</fo:block>
    <fo:list-block role="TOC" xsl:use-attribute-sets="indice">
      <xsl:apply-templates select="$partes" mode="indice"/>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="capitulo | seccion" mode="indice">
    <fo:list-item role="TOCI" xsl:use-attribute-sets="indice-punto">
      <fo:list-item-label end-indent="label-end()">
        <fo:block><xsl:apply-templates select="." mode="etiqueta"/></fo:block>
      </fo:list-item-label>
      <fo:list-item-body role="Reference" start-indent="body-start()">
        <fo:block xsl:use-attribute-sets="indice-texto">
          <xsl:call-template name="enlace">
            <xsl:with-param name="destino" select="."/>
            <xsl:with-param name="contenido">
              <xsl:apply-templates select="titulo/node()"/>
              <xsl:text> </xsl:text>
              <fo:leader xsl:use-attribute-sets="puntos"/>
              <xsl:text> </xsl:text>
              <fo:page-number-citation ref-id="{@id}"/>
            </xsl:with-param>
          </xsl:call-template>
        </fo:block>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <!-- Chapters and sections -->

  <xsl:template match="capitulo" mode="etiqueta">
    <xsl:number format="I."/>
  </xsl:template>

  <xsl:template match="capitulo">
    <fo:block id="{@id}" role="Sect">
      <xsl:call-template name="unido"/>
      <fo:marker marker-class-name="capitulo"><xsl:apply-templates select="." mode="nombre"/></fo:marker>
      <fo:block role="H1" xsl:use-attribute-sets="titulo-1">
        <xsl:apply-templates select="." mode="etiqueta"/>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="titulo/node()"/>
      </fo:block>
      <xsl:apply-templates select="*[not(self::titulo)]"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="seccion">
    <fo:block id="{@id}" role="Sect">
      <xsl:call-template name="unido"/>
      <fo:block role="H2" xsl:use-attribute-sets="titulo-2"><xsl:apply-templates select="titulo/node()"/></fo:block>
      <xsl:apply-templates select="*[not(self::titulo)]"/>
    </fo:block>
  </xsl:template>

  <!-- A part that a template's own plan marks so never opens a page without the end of the one before. -->
  <xsl:template name="unido">
    <xsl:if test="@unido"><xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute></xsl:if>
  </xsl:template>

</xsl:stylesheet>
