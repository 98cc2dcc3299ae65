<?xml version="1.0" encoding="UTF-8"?>
<!-- Running text: words marked in the prose, paragraphs, lists, notes. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                exclude-result-prefixes="fox">

  <xsl:key name="por-id" match="*[@id]" use="@id"/>

  <!-- White space counts as one space between words and as none at the ends of a paragraph, cell or heading. -->

  <xsl:template match="text()">
    <xsl:variable name="palabra" select="parent::sigla or parent::clave or parent::desarrollo or parent::fecha or parent::cuenta or parent::ref or parent::negrita"/>
    <xsl:variable name="antes" select="substring('|', 1, $palabra or preceding-sibling::node())"/>
    <xsl:variable name="despues" select="substring('|', 1, $palabra or following-sibling::node())"/>
    <xsl:variable name="texto" select="normalize-space(concat($antes, ., $despues))"/>
    <xsl:value-of select="substring($texto, 1 + string-length($antes),
                          string-length($texto) - string-length($antes) - string-length($despues))"/>
  </xsl:template>

  <!-- Words in the prose -->

  <xsl:template match="sigla | clave">
    <fo:inline xsl:use-attribute-sets="entero"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="desarrollo | fecha | cuenta">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="negrita">
    <fo:inline xsl:use-attribute-sets="negrita"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <!-- A report also cites its programme; only what stands in the same file is sure to be in the same document. -->
  <xsl:template match="ref">
    <xsl:variable name="destino" select="key('por-id', @destino)"/>
    <xsl:variable name="ajeno" select="$programa//*[@id = current()/@destino]"/>
    <xsl:variable name="contenido">
      <xsl:apply-templates/>
      <xsl:if test="not(node())"><xsl:apply-templates select="($destino | $ajeno)[1]" mode="etiqueta"/></xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$destino">
        <xsl:call-template name="enlace">
          <xsl:with-param name="destino" select="$destino"/>
          <xsl:with-param name="contenido" select="$contenido"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$ajeno"><xsl:copy-of select="$contenido"/></xsl:when>
      <xsl:otherwise>
        <xsl:copy-of select="$contenido"/>
        <xsl:if test="string($contenido)"><xsl:text> </xsl:text></xsl:if>
        <xsl:call-template name="desconocido"><xsl:with-param name="que">parte</xsl:with-param><xsl:with-param name="id" select="@destino"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="enlace">
    <xsl:param name="destino"/>
    <xsl:param name="contenido"/>
    <xsl:variable name="nombre"><xsl:apply-templates select="$destino" mode="nombre"/></xsl:variable>
    <fo:basic-link internal-destination="{$destino/@id}" fox:alt-text="{$nombre}">
      <xsl:copy-of select="$contenido"/>
    </fo:basic-link>
  </xsl:template>

  <!-- What is cited and found nowhere is shown as it was cited. -->
  <xsl:template name="desconocido">
    <xsl:param name="que"/>
    <xsl:param name="id"/>
    <fo:inline xsl:use-attribute-sets="desconocido"><xsl:value-of select="concat('¿', $que, ' ', $id, '?')"/></fo:inline>
  </xsl:template>

  <!-- How a part is called where it is cited: in full, and by its number alone. -->

  <xsl:template match="*" mode="nombre">
    <xsl:variable name="etiqueta"><xsl:apply-templates select="." mode="etiqueta"/></xsl:variable>
    <xsl:value-of select="normalize-space(concat($etiqueta, ' ', titulo))"/>
  </xsl:template>

  <xsl:template match="*" mode="etiqueta"/>

  <xsl:template match="inciso | funcion" mode="etiqueta">
    <xsl:number format="a)"/>
  </xsl:template>

  <!-- Paragraphs -->

  <xsl:template match="parrafo">
    <fo:block xsl:use-attribute-sets="parrafo">
      <!-- What announces a list or a table stays with it. -->
      <xsl:if test="following-sibling::*[1][self::incisos or self::funciones or self::objetivos or self::relacion or self::calendario]">
        <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="nota">
    <fo:block xsl:use-attribute-sets="nota" keep-with-previous.within-page="always" keep-together.within-page="always">
      <fo:inline xsl:use-attribute-sets="negrita">Nota:</fo:inline>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- Lists -->

  <xsl:template match="incisos | funciones | objetivos">
    <fo:list-block xsl:use-attribute-sets="lista">
      <xsl:apply-templates select="*"/>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="objetivo" mode="etiqueta">•</xsl:template>

  <xsl:template match="inciso | funcion | objetivo">
    <fo:list-item xsl:use-attribute-sets="punto">
      <xsl:copy-of select="@id"/>
      <fo:list-item-label end-indent="label-end()">
        <fo:block><xsl:apply-templates select="." mode="etiqueta"/></fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <fo:block xsl:use-attribute-sets="justificado"><xsl:apply-templates/></fo:block>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

</xsl:stylesheet>
