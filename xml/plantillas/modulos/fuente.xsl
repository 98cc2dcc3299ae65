<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the facts are: whichever document is rendered, its programme, its institution and its reports. A template asks
     these variables and never the root of its source. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:str="http://exslt.org/strings"
                exclude-result-prefixes="str">

  <!-- A path is relative to the file that names it: the second argument of document(). -->
  <xsl:variable name="programa" select="/programa | document(/*[not(self::programa)]/@programa, /)/programa"/>
  <xsl:variable name="institucion" select="document($programa/@institucion, $programa)/institucion"/>

  <xsl:variable name="calendario" select="$programa//calendario/sesion"/>

  <!-- The report that is rendered; empty when the source is a programme, and the report is a form for the pen. -->
  <xsl:variable name="informe" select="/informe | /conclusion"/>
  <xsl:variable name="en-blanco" select="not($informe)"/>
  <xsl:variable name="borrador" select="$informe/@estado = 'borrador'"/>

  <!-- Folder of the institution's file, seen from the source. -->
  <xsl:variable name="carpeta-institucion">
    <xsl:call-template name="carpeta"><xsl:with-param name="ruta" select="string(/*/@programa)"/></xsl:call-template>
    <xsl:call-template name="carpeta"><xsl:with-param name="ruta" select="string($programa/@institucion)"/></xsl:call-template>
  </xsl:variable>

  <!-- ../programas/covin.xml -> ../programas/ -->
  <xsl:template name="carpeta">
    <xsl:param name="ruta"/>
    <xsl:value-of select="substring($ruta, 1, string-length($ruta) - string-length(str:tokenize($ruta, '/')[last()]))"/>
  </xsl:template>

</xsl:stylesheet>
