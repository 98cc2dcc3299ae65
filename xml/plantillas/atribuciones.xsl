<?xml version="1.0" encoding="UTF-8"?>
<!-- Attribution tables on their own: a summary, an index, one table for each attribution. The running head names the first
     and the last inciso of its page, as a dictionary does.

     Source: a programa (programa.xsd).

     Parameters:
       incisos   which attributions, by letter: "a", "a,c"; "todos" (default) is all of them.
       orden     "inciso" (default), or "mes": by the first month in which something is due, then by inciso. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                xmlns:exsl="http://exslt.org/common"
                xmlns:str="http://exslt.org/strings"
                exclude-result-prefixes="exsl str">

  <xsl:import href="modulos/estilo.xsl"/>
  <xsl:import href="modulos/espanol.xsl"/>
  <xsl:import href="modulos/texto.xsl"/>
  <xsl:import href="modulos/estructura.xsl"/>
  <xsl:import href="modulos/portada.xsl"/>
  <xsl:import href="modulos/comision.xsl"/>
  <xsl:import href="modulos/periodos.xsl"/>
  <xsl:import href="modulos/meses.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:param name="incisos">todos</xsl:param>
  <xsl:param name="orden">inciso</xsl:param>

  <!-- Every attribution by its place in the source, its letter and its first month; then those that are asked for, in order.
       A copy cannot be asked where it stands: $orden-pedido keeps places, and $todas[place] is the element. -->

  <xsl:variable name="todas" select="$programa//atribucion"/>

  <xsl:variable name="fichas">
    <xsl:for-each select="$todas">
      <xsl:variable name="letra"><xsl:apply-templates select="." mode="etiqueta"/></xsl:variable>
      <ficha lugar="{position()}" letra="{translate($letra, ')', '')}">
        <xsl:attribute name="mes">
          <xsl:for-each select="accion/periodo/@desde | accion/meses/@lista">
            <xsl:sort select="substring(normalize-space(), 1, 7)"/>
            <xsl:if test="position() = 1"><xsl:value-of select="substring(normalize-space(), 1, 7)"/></xsl:if>
          </xsl:for-each>
        </xsl:attribute>
      </ficha>
    </xsl:for-each>
  </xsl:variable>

  <xsl:variable name="pedidos" select="concat(',', translate($incisos, ' )ABCDEFGHIJKLMNOPQRSTUVWXYZ', ',,abcdefghijklmnopqrstuvwxyz'), ',')"/>

  <xsl:variable name="orden-pedido">
    <xsl:for-each select="exsl:node-set($fichas)/ficha[$incisos = 'todos' or contains($pedidos, concat(',', @letra, ','))]">
      <xsl:sort select="substring(@mes, 1, 7 * ($orden = 'mes'))"/>
      <xsl:sort select="@lugar" data-type="number"/>
      <xsl:copy-of select="."/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="elegidas" select="exsl:node-set($orden-pedido)/ficha"/>

  <xsl:template name="comprobar-parametros">
    <xsl:if test="not($orden = 'inciso' or $orden = 'mes')">
      <xsl:message terminate="yes">El orden «<xsl:value-of select="$orden"/>» no existe: es inciso o mes.</xsl:message>
    </xsl:if>
    <xsl:if test="$incisos != 'todos'">
      <xsl:for-each select="str:tokenize($pedidos, ',')">
        <xsl:if test="not(exsl:node-set($fichas)/ficha[@letra = current()])">
          <xsl:message>El programa no ejerce el inciso «<xsl:value-of select="."/>»: tiene <xsl:for-each select="exsl:node-set($fichas)/ficha"><xsl:value-of select="concat(' ', @letra)"/></xsl:for-each>.</xsl:message>
        </xsl:if>
      </xsl:for-each>
    </xsl:if>
    <xsl:if test="not($elegidas)">
      <xsl:message terminate="yes">No queda ninguna atribución que imprimir.</xsl:message>
    </xsl:if>
  </xsl:template>

  <xsl:template match="/programa">
    <xsl:call-template name="comprobar-parametros"/>
    <xsl:variable name="titulo">Atribuciones y acciones de la comisión</xsl:variable>
    <fo:root xsl:use-attribute-sets="documento">
      <xsl:call-template name="paginas"/>
      <xsl:call-template name="metadatos">
        <xsl:with-param name="titulo" select="concat($titulo, '. ', comision/siglas, ', ', @anio)"/>
        <xsl:with-param name="autor" select="comision/nombre"/>
        <xsl:with-param name="asunto" select="string(titulo/@corto)"/>
        <xsl:with-param name="fecha" select="key('por-id', presentacion/@sesion)/@fecha"/>
      </xsl:call-template>
      <fo:bookmark-tree>
        <xsl:call-template name="marcador"><xsl:with-param name="destino">resumen</xsl:with-param><xsl:with-param name="titulo">Resumen</xsl:with-param></xsl:call-template>
        <xsl:call-template name="marcador"><xsl:with-param name="destino">indice</xsl:with-param><xsl:with-param name="titulo">Índice</xsl:with-param></xsl:call-template>
        <xsl:for-each select="$elegidas"><xsl:apply-templates select="$todas[number(current()/@lugar)]" mode="marcador"/></xsl:for-each>
      </fo:bookmark-tree>
      <fo:page-sequence id="cuerpo" master-reference="interior" format="1">
        <fo:title><xsl:value-of select="$titulo"/></fo:title>
        <xsl:call-template name="corridos">
          <xsl:with-param name="pie" select="concat('Atribuciones. ', titulo/@corto)"/>
          <xsl:with-param name="cabeza">
            <fo:retrieve-marker retrieve-class-name="inciso" retrieve-position="first-including-carryover"/>
            <fo:leader xsl:use-attribute-sets="relleno"/>
            <xsl:value-of select="$institucion/nombre"/>
            <fo:leader xsl:use-attribute-sets="relleno"/>
            <fo:retrieve-marker retrieve-class-name="inciso" retrieve-position="last-starting-within-page"/>
          </xsl:with-param>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <fo:block xsl:use-attribute-sets="encabezado-comision"><xsl:value-of select="comision/nombre"/></fo:block>
          <fo:block id="resumen" role="H1" xsl:use-attribute-sets="encabezado-titulo"><xsl:value-of select="$titulo"/></fo:block>
          <fo:block xsl:use-attribute-sets="encabezado-programa"><xsl:value-of select="titulo/@corto"/></fo:block>
          <xsl:call-template name="resumen"/>
          <fo:block id="indice" role="H1" xsl:use-attribute-sets="titulo-1">ÍNDICE</fo:block>
          <fo:list-block role="TOC" xsl:use-attribute-sets="indice">
            <xsl:for-each select="$elegidas"><xsl:apply-templates select="$todas[number(current()/@lugar)]" mode="indice"/></xsl:for-each>
          </fo:list-block>
          <fo:block role="Div" break-before="page">
            <xsl:for-each select="$elegidas"><xsl:apply-templates select="$todas[number(current()/@lugar)]" mode="con-inciso"/></xsl:for-each>
          </fo:block>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- The marker is the whole attribution's, so that it is carried over to the pages on which its table goes on. -->
  <xsl:template match="atribucion" mode="con-inciso">
    <fo:block role="Sect">
      <fo:marker marker-class-name="inciso"><xsl:apply-templates select="." mode="nombre"/></fo:marker>
      <xsl:apply-templates select="."/>
    </fo:block>
  </xsl:template>

  <!-- Summary: how many actions, and in which months. -->

  <xsl:template name="resumen">
    <fo:table xsl:use-attribute-sets="tabla-densa">
      <fo:table-column column-width="24pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="48pt"/>
      <xsl:call-template name="columnas-de-meses"><xsl:with-param name="ancho">16pt</xsl:with-param></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"/>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Atribución</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Acciones</xsl:with-param><xsl:with-param name="alineada">end</xsl:with-param></xsl:call-template>
          <xsl:call-template name="titulos-de-meses"/>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$elegidas"><xsl:apply-templates select="$todas[number(current()/@lugar)]" mode="resumen"/></xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="nota" keep-with-previous.within-page="always">
      <xsl:value-of select="concat('Los meses son de ', substring($primer-mes, 1, 4))"/>
      <xsl:if test="substring($primer-mes, 1, 4) != substring($ultimo-mes, 1, 4)"><xsl:value-of select="concat(' y ', substring($ultimo-mes, 1, 4))"/></xsl:if>
      <xsl:text>; cada cifra dice cuántas acciones se ejecutan en el mes.</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template match="atribucion" mode="resumen">
    <xsl:variable name="id"><xsl:apply-templates select="." mode="id"/></xsl:variable>
    <xsl:variable name="nombre"><xsl:apply-templates select="." mode="nombre"/></xsl:variable>
    <fo:table-row xsl:use-attribute-sets="fila">
      <xsl:call-template name="celda">
        <xsl:with-param name="nombra-fila" select="true()"/>
        <xsl:with-param name="contenido">
          <fo:basic-link internal-destination="{$id}" fox:alt-text="{$nombre}">
            <fo:inline xsl:use-attribute-sets="negrita"><xsl:apply-templates select="." mode="etiqueta"/></fo:inline>
          </fo:basic-link>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="celda"><xsl:with-param name="contenido"><xsl:apply-templates select="key('por-id', @funcion)/node()"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="celda">
        <xsl:with-param name="contenido"><xsl:value-of select="count(accion)"/></xsl:with-param>
        <xsl:with-param name="alineada">end</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="celdas-de-meses"><xsl:with-param name="acciones" select="accion"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- Index -->

  <xsl:template match="atribucion" mode="indice">
    <xsl:variable name="id"><xsl:apply-templates select="." mode="id"/></xsl:variable>
    <xsl:variable name="nombre"><xsl:apply-templates select="." mode="nombre"/></xsl:variable>
    <fo:list-item role="TOCI" xsl:use-attribute-sets="indice-punto punto">
      <fo:list-item-label end-indent="label-end()"><fo:block><xsl:apply-templates select="." mode="etiqueta"/></fo:block></fo:list-item-label>
      <fo:list-item-body role="Reference" start-indent="body-start()">
        <fo:block xsl:use-attribute-sets="indice-texto">
          <fo:basic-link internal-destination="{$id}" fox:alt-text="{$nombre}">
            <xsl:apply-templates select="key('por-id', @funcion)/node()"/>
            <xsl:text> </xsl:text>
            <fo:leader xsl:use-attribute-sets="puntos"/>
            <xsl:text> </xsl:text>
            <fo:page-number-citation ref-id="{$id}"/>
          </fo:basic-link>
        </fo:block>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

</xsl:stylesheet>
