<?xml version="1.0" encoding="UTF-8"?>
<!-- The house style: page geometry, type sizes, colours and rules, as attribute sets. Every template imports it;
     nothing else states a length or a colour. What varies from one institution to the next comes from its own file. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:import href="fuente.xsl"/>

  <xsl:variable name="acento" select="string($institucion/colores/@acento)"/>
  <xsl:variable name="fondo" select="string($institucion/colores/@fondo)"/>
  <xsl:variable name="tinta" select="'#1c1c1c'"/>
  <xsl:variable name="gris" select="'#595959'"/>
  <xsl:variable name="filete" select="concat('0.5pt solid ', $acento)"/>

  <xsl:variable name="margen" select="'2.5cm'"/>
  <xsl:variable name="sangria" select="'22pt'"/>

  <!-- Pages -->

  <xsl:attribute-set name="hoja">
    <xsl:attribute name="page-width">8.5in</xsl:attribute>
    <xsl:attribute name="page-height">11in</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="hoja-apaisada">
    <xsl:attribute name="page-width">11in</xsl:attribute>
    <xsl:attribute name="page-height">8.5in</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="caja">
    <xsl:attribute name="margin-top"><xsl:value-of select="$margen"/></xsl:attribute>
    <xsl:attribute name="margin-bottom"><xsl:value-of select="$margen"/></xsl:attribute>
    <xsl:attribute name="margin-left"><xsl:value-of select="$margen"/></xsl:attribute>
    <xsl:attribute name="margin-right"><xsl:value-of select="$margen"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="paginas">
    <fo:layout-master-set>
      <fo:simple-page-master master-name="portada" xsl:use-attribute-sets="hoja">
        <fo:region-body xsl:use-attribute-sets="caja"/>
        <fo:region-before region-name="cabeza-portada" extent="{$margen}" display-align="after"/>
      </fo:simple-page-master>
      <fo:simple-page-master master-name="interior" xsl:use-attribute-sets="hoja">
        <fo:region-body xsl:use-attribute-sets="caja"/>
        <fo:region-before region-name="cabeza" extent="{$margen}"/>
        <fo:region-after region-name="pie" extent="{$margen}"/>
      </fo:simple-page-master>
      <fo:simple-page-master master-name="apaisada" xsl:use-attribute-sets="hoja-apaisada">
        <fo:region-body xsl:use-attribute-sets="caja"/>
        <fo:region-before region-name="cabeza" extent="{$margen}"/>
        <fo:region-after region-name="pie" extent="{$margen}"/>
      </fo:simple-page-master>
    </fo:layout-master-set>
  </xsl:template>

  <xsl:attribute-set name="documento">
    <xsl:attribute name="xml:lang"><xsl:value-of select="$programa/@idioma"/></xsl:attribute>
    <xsl:attribute name="language"><xsl:value-of select="substring-before($programa/@idioma, '-')"/></xsl:attribute>
    <xsl:attribute name="country"><xsl:value-of select="substring-after($programa/@idioma, '-')"/></xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$institucion/letra/@texto"/></xsl:attribute>
    <xsl:attribute name="font-size">12pt</xsl:attribute>
    <xsl:attribute name="line-height">15pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$tinta"/></xsl:attribute>
    <xsl:attribute name="orphans">2</xsl:attribute>
    <xsl:attribute name="widows">2</xsl:attribute>
  </xsl:attribute-set>

  <!-- Running head and foot -->

  <xsl:attribute-set name="corrido">
    <xsl:attribute name="font-size">8.5pt</xsl:attribute>
    <xsl:attribute name="line-height">11pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$gris"/></xsl:attribute>
    <xsl:attribute name="start-indent"><xsl:value-of select="$margen"/></xsl:attribute>
    <xsl:attribute name="end-indent"><xsl:value-of select="$margen"/></xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="word-spacing">0pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cabeza" use-attribute-sets="corrido">
    <xsl:attribute name="space-before">36pt</xsl:attribute>
    <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="padding-bottom">3pt</xsl:attribute>
    <xsl:attribute name="border-bottom"><xsl:value-of select="$filete"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="pie" use-attribute-sets="corrido">
    <xsl:attribute name="space-before">20pt</xsl:attribute>
    <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="padding-top">3pt</xsl:attribute>
    <xsl:attribute name="border-top"><xsl:value-of select="$filete"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="leyenda">
    <xsl:attribute name="space-before">22pt</xsl:attribute>
    <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="font-size">8.5pt</xsl:attribute>
    <xsl:attribute name="line-height">11pt</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$acento"/></xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="portada-leyenda">
    <xsl:attribute name="space-after">10pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Large and so light that the text over it stays readable. -->
  <xsl:attribute-set name="borrador">
    <xsl:attribute name="top">300pt</xsl:attribute>
    <xsl:attribute name="left">0pt</xsl:attribute>
    <xsl:attribute name="right">0pt</xsl:attribute>
    <xsl:attribute name="height">120pt</xsl:attribute>
    <xsl:attribute name="font-size">88pt</xsl:attribute>
    <xsl:attribute name="line-height">100pt</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color">#e9e9e9</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <!-- Cover -->

  <xsl:attribute-set name="rotulo">
    <xsl:attribute name="font-family"><xsl:value-of select="$institucion/letra/@titulos"/></xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$acento"/></xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="portada-institucion" use-attribute-sets="rotulo">
    <xsl:attribute name="start-indent"><xsl:value-of select="$margen"/></xsl:attribute>
    <xsl:attribute name="end-indent"><xsl:value-of select="$margen"/></xsl:attribute>
    <xsl:attribute name="font-size">13pt</xsl:attribute>
    <xsl:attribute name="line-height">16pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">6pt</xsl:attribute>
    <xsl:attribute name="border-bottom"><xsl:value-of select="$filete"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="logotipo">
    <xsl:attribute name="content-height">36pt</xsl:attribute>
    <xsl:attribute name="content-width">auto</xsl:attribute>
    <xsl:attribute name="scaling">uniform</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="portada-comision">
    <xsl:attribute name="space-before">150pt</xsl:attribute>
    <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="font-size">13pt</xsl:attribute>
    <xsl:attribute name="line-height">17pt</xsl:attribute>
    <xsl:attribute name="text-transform">uppercase</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="portada-titulo" use-attribute-sets="rotulo">
    <xsl:attribute name="space-before">20pt</xsl:attribute>
    <xsl:attribute name="font-size">24pt</xsl:attribute>
    <xsl:attribute name="line-height">31pt</xsl:attribute>
    <xsl:attribute name="text-transform">uppercase</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="portada-subtitulo" use-attribute-sets="rotulo">
    <xsl:attribute name="space-before">14pt</xsl:attribute>
    <xsl:attribute name="font-size">15pt</xsl:attribute>
    <xsl:attribute name="line-height">20pt</xsl:attribute>
    <xsl:attribute name="font-weight">normal</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="portada-sesion">
    <xsl:attribute name="space-before">150pt</xsl:attribute>
    <xsl:attribute name="font-size">13pt</xsl:attribute>
    <xsl:attribute name="line-height">20pt</xsl:attribute>
    <xsl:attribute name="text-transform">uppercase</xsl:attribute>
    <xsl:attribute name="margin-left">0pt</xsl:attribute>
    <xsl:attribute name="padding-left">14pt</xsl:attribute>
    <xsl:attribute name="border-left">3pt solid <xsl:value-of select="$acento"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- Head of a document without a cover -->

  <xsl:attribute-set name="encabezado-comision">
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height">13pt</xsl:attribute>
    <xsl:attribute name="text-transform">uppercase</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="encabezado-titulo" use-attribute-sets="rotulo">
    <xsl:attribute name="space-before">4pt</xsl:attribute>
    <xsl:attribute name="font-size">19pt</xsl:attribute>
    <xsl:attribute name="line-height">24pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="encabezado-programa">
    <xsl:attribute name="space-before">2pt</xsl:attribute>
    <xsl:attribute name="space-after">12pt</xsl:attribute>
    <xsl:attribute name="font-size">12pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$gris"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- Headings -->

  <xsl:attribute-set name="titulo" use-attribute-sets="rotulo">
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="titulo-1" use-attribute-sets="titulo">
    <xsl:attribute name="font-size">14pt</xsl:attribute>
    <xsl:attribute name="line-height">18pt</xsl:attribute>
    <xsl:attribute name="space-before">24pt</xsl:attribute>
    <xsl:attribute name="space-after">8pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="titulo-2" use-attribute-sets="titulo">
    <xsl:attribute name="font-size">12pt</xsl:attribute>
    <xsl:attribute name="line-height">15pt</xsl:attribute>
    <xsl:attribute name="space-before">14pt</xsl:attribute>
    <xsl:attribute name="space-after">7pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="titulo-3" use-attribute-sets="titulo">
    <xsl:attribute name="font-size">10.5pt</xsl:attribute>
    <xsl:attribute name="line-height">13pt</xsl:attribute>
    <xsl:attribute name="space-before">9pt</xsl:attribute>
    <xsl:attribute name="space-after">4pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Running text. How lines are justified is said in "justificado" and nowhere else. -->

  <xsl:attribute-set name="justificado">
    <xsl:attribute name="text-align">justify</xsl:attribute>
    <xsl:attribute name="hyphenate">true</xsl:attribute>
    <xsl:attribute name="hyphenation-ladder-count">2</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="parrafo" use-attribute-sets="justificado">
    <xsl:attribute name="space-before">7pt</xsl:attribute>
    <xsl:attribute name="space-after">7pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="entrada" use-attribute-sets="parrafo">
    <xsl:attribute name="space-before">14pt</xsl:attribute>
    <xsl:attribute name="space-after">6pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="nota" use-attribute-sets="justificado">
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height">12.5pt</xsl:attribute>
    <xsl:attribute name="space-before">10pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="negrita">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
  </xsl:attribute-set>

  <!-- Keys of agreements and acronyms take no hyphen. -->
  <xsl:attribute-set name="entero">
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <!-- What is cited and does not exist; what is not written yet. -->
  <xsl:attribute-set name="desconocido">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color">#a40000</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="pendiente">
    <xsl:attribute name="font-style">italic</xsl:attribute>
    <xsl:attribute name="font-weight">normal</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$gris"/></xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="lista">
    <xsl:attribute name="provisional-distance-between-starts"><xsl:value-of select="$sangria"/></xsl:attribute>
    <xsl:attribute name="provisional-label-separation">4pt</xsl:attribute>
    <xsl:attribute name="space-before">7pt</xsl:attribute>
    <xsl:attribute name="space-after">7pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="punto">
    <xsl:attribute name="space-before">3pt</xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- Index: the number column is a list label, the dots are a leader that fills the line. -->

  <xsl:attribute-set name="indice">
    <xsl:attribute name="provisional-distance-between-starts">30pt</xsl:attribute>
    <xsl:attribute name="provisional-label-separation">4pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="indice-punto">
    <xsl:attribute name="space-before">5pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="indice-texto">
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="word-spacing">0pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="puntos">
    <xsl:attribute name="leader-pattern">dots</xsl:attribute>
    <xsl:attribute name="leader-pattern-width">5pt</xsl:attribute>
    <xsl:attribute name="leader-alignment">reference-area</xsl:attribute>
    <xsl:attribute name="leader-length.minimum">10pt</xsl:attribute>
    <xsl:attribute name="leader-length.optimum">20pt</xsl:attribute>
    <xsl:attribute name="leader-length.maximum">100%</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="relleno">
    <xsl:attribute name="leader-pattern">space</xsl:attribute>
    <xsl:attribute name="leader-length.minimum">12pt</xsl:attribute>
    <xsl:attribute name="leader-length.optimum">20pt</xsl:attribute>
    <xsl:attribute name="leader-length.maximum">100%</xsl:attribute>
  </xsl:attribute-set>

  <!-- Tables: hairlines under each row, a tinted head, nothing else. -->

  <xsl:attribute-set name="tabla">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height">12.5pt</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="space-before">6pt</xsl:attribute>
    <xsl:attribute name="space-after">10pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="tabla-sin-titulos" use-attribute-sets="tabla">
    <xsl:attribute name="border-top"><xsl:value-of select="$filete"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="fila">
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="celda">
    <xsl:attribute name="padding-top">3pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">3pt</xsl:attribute>
    <xsl:attribute name="padding-left">3pt</xsl:attribute>
    <xsl:attribute name="padding-right">3pt</xsl:attribute>
    <xsl:attribute name="border-bottom"><xsl:value-of select="$filete"/></xsl:attribute>
    <xsl:attribute name="display-align">center</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="celda-breve" use-attribute-sets="celda">
    <xsl:attribute name="padding-top">5.25pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">5.25pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="celda-titulo" use-attribute-sets="celda">
    <xsl:attribute name="background-color"><xsl:value-of select="$fondo"/></xsl:attribute>
    <xsl:attribute name="border-top"><xsl:value-of select="$filete"/></xsl:attribute>
    <xsl:attribute name="padding-top">4pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">4pt</xsl:attribute>
    <xsl:attribute name="font-size">9pt</xsl:attribute>
    <xsl:attribute name="line-height">11.5pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$acento"/></xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="celda-franja" use-attribute-sets="celda-breve">
    <xsl:attribute name="color"><xsl:value-of select="$acento"/></xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
  </xsl:attribute-set>

  <!-- What should stay on one page, and may break all the same when it is taller than that. -->
  <xsl:variable name="fuerza-de-junta" select="100"/>
  <xsl:attribute-set name="junta">
    <xsl:attribute name="keep-together.within-page"><xsl:value-of select="$fuerza-de-junta"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- A table of many columns, and the cells of a matrix. -->

  <xsl:attribute-set name="tabla-densa" use-attribute-sets="tabla">
    <xsl:attribute name="font-size">9pt</xsl:attribute>
    <xsl:attribute name="line-height">11.25pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="tabla-densa-letra">
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height">12.5pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="celda-densa" use-attribute-sets="celda">
    <xsl:attribute name="display-align">before</xsl:attribute>
    <xsl:attribute name="padding-top">4pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">4pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="celda-sangrada" use-attribute-sets="celda">
    <xsl:attribute name="padding-left">14pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="celda-mes" use-attribute-sets="celda">
    <xsl:attribute name="padding-left">0pt</xsl:attribute>
    <xsl:attribute name="padding-right">0pt</xsl:attribute>
    <xsl:attribute name="border-left">0.5pt solid <xsl:value-of select="$fondo"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="celda-mes-titulo" use-attribute-sets="celda-titulo">
    <xsl:attribute name="padding-left">0pt</xsl:attribute>
    <xsl:attribute name="padding-right">0pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Bars: a light track and, over it, as much of it as is done. -->

  <xsl:attribute-set name="riel">
    <xsl:attribute name="background-color"><xsl:value-of select="$fondo"/></xsl:attribute>
    <xsl:attribute name="height">8pt</xsl:attribute>
    <xsl:attribute name="font-size">1pt</xsl:attribute>
    <xsl:attribute name="line-height">1pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="barra">
    <xsl:attribute name="background-color"><xsl:value-of select="$acento"/></xsl:attribute>
    <xsl:attribute name="height">8pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Space for the pen: a line each 23 points (8 mm). -->

  <xsl:variable name="renglon" select="23"/>

  <xsl:attribute-set name="renglones">
    <xsl:attribute name="space-before">6pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="renglon">
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$renglon"/>pt</xsl:attribute>
    <xsl:attribute name="border-bottom">0.5pt solid #9a9a9a</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="raya">
    <xsl:attribute name="leader-pattern">rule</xsl:attribute>
    <xsl:attribute name="rule-thickness">0.5pt</xsl:attribute>
    <xsl:attribute name="color">#9a9a9a</xsl:attribute>
  </xsl:attribute-set>

  <!-- Signatures: one piece, never on a page without the text that is signed. -->

  <xsl:attribute-set name="firmas">
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
    <xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute>
    <xsl:attribute name="space-before">16pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:variable name="margen-de-firma-sola" select="'123pt'"/>

  <xsl:attribute-set name="tabla-firmas">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height">12.5pt</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="firma">
    <xsl:attribute name="padding-top">58pt</xsl:attribute>
    <xsl:attribute name="padding-left">12pt</xsl:attribute>
    <xsl:attribute name="padding-right">12pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="firma-nombre" use-attribute-sets="negrita">
    <xsl:attribute name="padding-top">4pt</xsl:attribute>
    <xsl:attribute name="border-top">0.5pt solid <xsl:value-of select="$tinta"/></xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
