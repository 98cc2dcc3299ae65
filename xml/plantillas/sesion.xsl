<?xml version="1.0" encoding="UTF-8"?>
<!-- Session sheet: cover and agenda (carátula y orden del día) of one session.

     Source: a programa (programa.xsd), for any session of its calendar; or an informe (informe.xsd), for any session that it
     reports, extraordinary and urgent ones too. Where neither has an agenda, numbered lines for the pen.

     Parameters:
       sesion   id of the session. Default: the one that the source itself is put before.
       puntos   how many numbered lines there are when the agenda is not known (default 9). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                xmlns:exsl="http://exslt.org/common"
                exclude-result-prefixes="exsl">

  <xsl:import href="modulos/estilo.xsl"/>
  <xsl:import href="modulos/espanol.xsl"/>
  <xsl:import href="modulos/texto.xsl"/>
  <xsl:import href="modulos/estructura.xsl"/>
  <xsl:import href="modulos/portada.xsl"/>
  <xsl:import href="modulos/comision.xsl"/>
  <xsl:import href="modulos/periodos.xsl"/>
  <xsl:import href="modulos/formulario.xsl"/>
  <xsl:import href="modulos/sesiones.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:param name="sesion" select="string(/*/presentacion/@sesion)"/>
  <xsl:param name="puntos" select="9"/>

  <xsl:variable name="del-informe" select="$informe/sesiones/sesion[@id = $sesion]"/>
  <xsl:variable name="la-sesion" select="$del-informe | $calendario[not($del-informe)][@id = $sesion]"/>

  <!-- A sheet has room for the pen whatever its source, and is no draft. -->
  <xsl:variable name="en-blanco" select="true()"/>
  <xsl:variable name="borrador" select="false()"/>

  <xsl:template match="/programa | /informe">
    <xsl:if test="not($la-sesion)">
      <xsl:message terminate="yes">La sesión «<xsl:value-of select="$sesion"/>» no existe. Hay:<xsl:for-each select="$calendario | $informe/sesiones/sesion"><xsl:value-of select="concat(' ', @id)"/></xsl:for-each>.</xsl:message>
    </xsl:if>
    <xsl:variable name="nombre"><xsl:apply-templates select="$la-sesion" mode="nombre"/></xsl:variable>
    <xsl:variable name="fecha"><xsl:apply-templates select="$la-sesion" mode="fecha-de-hoja"/></xsl:variable>
    <fo:root xsl:use-attribute-sets="documento">
      <xsl:call-template name="paginas"/>
      <xsl:call-template name="metadatos">
        <xsl:with-param name="titulo" select="concat($nombre, '. ', $programa/comision/siglas)"/>
        <xsl:with-param name="autor" select="$programa/comision/nombre"/>
        <xsl:with-param name="asunto">Orden del día</xsl:with-param>
        <xsl:with-param name="fecha" select="$fecha"/>
      </xsl:call-template>
      <fo:bookmark-tree>
        <xsl:call-template name="marcador"><xsl:with-param name="destino">orden-del-dia</xsl:with-param><xsl:with-param name="titulo">Orden del día</xsl:with-param></xsl:call-template>
      </fo:bookmark-tree>

      <xsl:call-template name="portada">
        <xsl:with-param name="titulo" select="string($nombre)"/>
        <xsl:with-param name="subtitulo">Carátula y orden del día</xsl:with-param>
        <xsl:with-param name="pie">
          <fo:block xsl:use-attribute-sets="negrita"><xsl:call-template name="fecha-larga"><xsl:with-param name="fecha" select="$fecha"/></xsl:call-template></fo:block>
          <xsl:call-template name="dato-de-hoja"><xsl:with-param name="nombre">Hora</xsl:with-param><xsl:with-param name="valor" select="$la-sesion/@hora"/></xsl:call-template>
          <xsl:call-template name="dato-de-hoja"><xsl:with-param name="nombre">Modalidad</xsl:with-param><xsl:with-param name="valor" select="$la-sesion/@modalidad"/></xsl:call-template>
          <xsl:call-template name="dato-de-hoja"><xsl:with-param name="nombre">Lugar</xsl:with-param><xsl:with-param name="valor" select="$la-sesion/@lugar"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>

      <fo:page-sequence id="cuerpo" master-reference="interior">
        <fo:title><xsl:value-of select="$nombre"/></fo:title>
        <xsl:call-template name="corridos"><xsl:with-param name="pie" select="string($nombre)"/></xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <fo:block id="orden-del-dia" role="Sect">
            <fo:marker marker-class-name="capitulo">Orden del día</fo:marker>
            <fo:block role="H1" xsl:use-attribute-sets="titulo-1">Orden del día</fo:block>
            <xsl:apply-templates select="$la-sesion" mode="puntos"/>
          </fo:block>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- The day on which it was or will be held. -->
  <xsl:template match="sesion" mode="fecha-de-hoja">
    <xsl:choose>
      <xsl:when test="@fecha"><xsl:value-of select="@fecha"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="fecha-programada"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="dato-de-hoja">
    <xsl:param name="nombre"/>
    <xsl:param name="valor"/>
    <fo:block>
      <xsl:value-of select="concat($nombre, ': ')"/>
      <xsl:choose>
        <xsl:when test="string($valor)"><xsl:value-of select="$valor"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="raya"><xsl:with-param name="largo">180pt</xsl:with-param></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <!-- An agenda that is not known has at least the point at which the programme itself is put before the session. -->
  <xsl:template match="sesion" mode="puntos">
    <xsl:variable name="dichos">
      <xsl:for-each select="$programa/presentacion[@sesion = $sesion] | /informe/presentacion[@sesion = $sesion]">
        <xsl:if test="@punto">
          <punto numero="{@punto}">
            <xsl:choose>
              <xsl:when test="parent::programa"><xsl:value-of select="normalize-space(../titulo)"/></xsl:when>
              <xsl:otherwise>Informe trimestral de actividades: <xsl:value-of select="$periodo-de-trimestre"/></xsl:otherwise>
            </xsl:choose>
          </punto>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="orden-del-dia/punto[normalize-space()] or $calendario[@id = $sesion]/orden-del-dia">
        <xsl:apply-templates select="." mode="orden-del-dia"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="puntos-en-blanco">
          <xsl:with-param name="cuantos" select="$puntos"/>
          <xsl:with-param name="dichos" select="exsl:node-set($dichos)/punto"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
