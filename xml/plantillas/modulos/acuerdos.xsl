<?xml version="1.0" encoding="UTF-8"?>
<!-- Agreements, rulings and resolutions, and what became of the commitments. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:variable name="acuerdos" select="$informe/acuerdos/acuerdo"/>

  <xsl:template match="parte[@de = 'acuerdos']">
    <xsl:call-template name="tabla-de-acuerdos"/>
  </xsl:template>

  <xsl:template name="tabla-de-acuerdos">
    <fo:table xsl:use-attribute-sets="tabla-densa">
      <fo:table-column column-width="92pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="76pt"/>
      <fo:table-column column-width="66pt"/>
      <fo:table-column column-width="82pt"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Clave</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Asunto</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Sesión</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Votación</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Remitido a</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:call-template name="grupo-de-acuerdos"><xsl:with-param name="tipo">acuerdo</xsl:with-param><xsl:with-param name="titulo">Acuerdos</xsl:with-param><xsl:with-param name="vacias" select="5"/></xsl:call-template>
        <xsl:call-template name="grupo-de-acuerdos"><xsl:with-param name="tipo">dictamen</xsl:with-param><xsl:with-param name="titulo">Dictámenes</xsl:with-param><xsl:with-param name="vacias" select="3"/></xsl:call-template>
        <xsl:call-template name="grupo-de-acuerdos"><xsl:with-param name="tipo">resolucion</xsl:with-param><xsl:with-param name="titulo">Resoluciones</xsl:with-param><xsl:with-param name="vacias" select="3"/></xsl:call-template>
        <xsl:if test="not($en-blanco or $acuerdos)"><xsl:call-template name="fila-sin-datos"><xsl:with-param name="columnas" select="5"/></xsl:call-template></xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="grupo-de-acuerdos">
    <xsl:param name="tipo"/>
    <xsl:param name="titulo"/>
    <xsl:param name="vacias"/>
    <xsl:if test="$en-blanco or $acuerdos[@tipo = $tipo]">
      <xsl:call-template name="franja"><xsl:with-param name="columnas" select="5"/><xsl:with-param name="contenido" select="$titulo"/></xsl:call-template>
      <xsl:apply-templates select="$acuerdos[@tipo = $tipo]" mode="fila">
        <xsl:sort select="../../sesiones/sesion[@id = current()/@sesion]/@fecha"/>
      </xsl:apply-templates>
      <xsl:if test="$en-blanco">
        <xsl:call-template name="filas-vacias">
          <xsl:with-param name="cuantas" select="$vacias"/>
          <xsl:with-param name="columnas" select="5"/>
          <xsl:with-param name="alto" select="2 * $renglon - 8"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="acuerdo" mode="etiqueta"><xsl:value-of select="@clave"/></xsl:template>

  <xsl:template match="acuerdo" mode="fila">
    <fo:table-row xsl:use-attribute-sets="fila">
      <!-- Only in its own report: in another the same id may come twice. -->
      <xsl:if test="count(/* | $informe) = 1"><xsl:copy-of select="@id"/></xsl:if>
      <xsl:call-template name="celda-densa">
        <xsl:with-param name="contenido" select="string(@clave)"/>
        <xsl:with-param name="nombra-fila" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="celda-densa">
        <xsl:with-param name="contenido"><xsl:apply-templates select="asunto/node()"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="celda-densa">
        <xsl:with-param name="contenido"><xsl:apply-templates select="." mode="sesion"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="celda-densa">
        <xsl:with-param name="contenido"><xsl:apply-templates select="votacion"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="celda-densa">
        <xsl:with-param name="contenido">
          <xsl:for-each select="remitido-a[normalize-space()]">
            <xsl:if test="position() > 1">; </xsl:if>
            <xsl:apply-templates/>
          </xsl:for-each>
        </xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="acuerdo" mode="sesion">
    <xsl:variable name="sesion" select="../../sesiones/sesion[@id = current()/@sesion]"/>
    <xsl:apply-templates select="$sesion" mode="etiqueta"/>
    <xsl:if test="$sesion/@fecha">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="fecha-breve"><xsl:with-param name="fecha" select="$sesion/@fecha"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="not($sesion)">
      <xsl:call-template name="desconocido"><xsl:with-param name="que">sesión</xsl:with-param><xsl:with-param name="id" select="@sesion"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="votacion">
    <xsl:variable name="contra" select="sum(@en-contra)"/>
    <xsl:variable name="abstenciones" select="sum(@abstenciones)"/>
    <xsl:choose>
      <xsl:when test="$contra >= @a-favor">Rechazo</xsl:when>
      <xsl:when test="$contra + $abstenciones > 0">Mayoría</xsl:when>
      <xsl:otherwise>Unanimidad</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(': ', @a-favor, ' a favor')"/>
    <xsl:if test="$contra > 0"><xsl:value-of select="concat(', ', $contra, ' en contra')"/></xsl:if>
    <xsl:if test="$abstenciones = 1">, 1 abstención</xsl:if>
    <xsl:if test="$abstenciones > 1"><xsl:value-of select="concat(', ', $abstenciones, ' abstenciones')"/></xsl:if>
  </xsl:template>

  <!-- Follow-up -->

  <xsl:template match="parte[@de = 'compromisos']">
    <xsl:call-template name="tabla-de-compromisos">
      <xsl:with-param name="filas"><xsl:apply-templates select="$informe/seguimiento/compromiso" mode="fila"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tabla-de-compromisos">
    <xsl:param name="filas"/>
    <xsl:param name="ninguno">Sin compromisos en el trimestre.</xsl:param>
    <fo:table xsl:use-attribute-sets="tabla-densa">
      <xsl:call-template name="junta-en-blanco"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="92pt"/>
      <fo:table-column column-width="84pt"/>
      <fo:table-column column-width="146pt"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Compromiso</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Origen y fecha límite</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Responsable</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Situación</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:copy-of select="$filas"/>
        <xsl:choose>
          <xsl:when test="$en-blanco">
            <xsl:call-template name="filas-vacias"><xsl:with-param name="cuantas" select="5"/><xsl:with-param name="columnas" select="4"/><xsl:with-param name="alto" select="2 * $renglon - 8"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="not(string($filas))"><xsl:call-template name="fila-ninguno"><xsl:with-param name="columnas" select="4"/><xsl:with-param name="texto" select="$ninguno"/></xsl:call-template></xsl:when>
        </xsl:choose>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="fila-ninguno">
    <xsl:param name="columnas"/>
    <xsl:param name="texto"/>
    <fo:table-row xsl:use-attribute-sets="fila">
      <fo:table-cell number-columns-spanned="{$columnas}" xsl:use-attribute-sets="celda-breve">
        <fo:block><xsl:value-of select="$texto"/></fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="compromiso" mode="fila">
    <fo:table-row xsl:use-attribute-sets="fila">
      <xsl:call-template name="celda-densa">
        <xsl:with-param name="contenido"><xsl:apply-templates select="asunto/node()"/></xsl:with-param>
        <xsl:with-param name="nombra-fila" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="celda-densa">
        <xsl:with-param name="contenido">
          <xsl:value-of select="@acuerdo"/>
          <xsl:if test="@limite">
            <xsl:if test="@acuerdo">; </xsl:if>
            <xsl:call-template name="fecha-larga"><xsl:with-param name="fecha" select="@limite"/></xsl:call-template>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="celda-densa"><xsl:with-param name="contenido" select="normalize-space(responsable)"/></xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="celda-densa">
        <fo:block>
          <fo:inline xsl:use-attribute-sets="negrita">
            <xsl:choose>
              <xsl:when test="@estado = 'cumplido'">Cumplido</xsl:when>
              <xsl:when test="@estado = 'en-proceso'">En proceso</xsl:when>
              <xsl:when test="@estado">Pendiente</xsl:when>
              <xsl:otherwise><xsl:call-template name="falta"/></xsl:otherwise>
            </xsl:choose>
          </fo:inline>
          <xsl:if test="normalize-space(situacion)">. <xsl:apply-templates select="situacion/node()"/></xsl:if>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="parte[@de = 'tramites']">
    <xsl:variable name="asuntos" select="$informe/seguimiento/asunto-en-tramite"/>
    <fo:table xsl:use-attribute-sets="tabla-densa">
      <xsl:call-template name="junta-en-blanco"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Asunto</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Situación</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$asuntos">
          <fo:table-row xsl:use-attribute-sets="fila">
            <xsl:call-template name="celda-densa"><xsl:with-param name="contenido"><xsl:apply-templates select="asunto/node()"/></xsl:with-param><xsl:with-param name="nombra-fila" select="true()"/></xsl:call-template>
            <xsl:call-template name="celda-densa"><xsl:with-param name="contenido"><xsl:apply-templates select="situacion/node()"/></xsl:with-param></xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
        <xsl:choose>
          <xsl:when test="$en-blanco">
            <xsl:call-template name="filas-vacias"><xsl:with-param name="cuantas" select="4"/><xsl:with-param name="columnas" select="2"/><xsl:with-param name="alto" select="2 * $renglon - 8"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="not($asuntos)"><xsl:call-template name="fila-ninguno"><xsl:with-param name="columnas" select="2"/><xsl:with-param name="texto">Sin asuntos en trámite.</xsl:with-param></xsl:call-template></xsl:when>
        </xsl:choose>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- What a draft still lacks -->

  <xsl:template match="acuerdo" mode="faltas">
    <xsl:variable name="cosas">
      <xsl:if test="not(@clave)">, clave</xsl:if>
      <xsl:if test="not(normalize-space(asunto))">, asunto</xsl:if>
      <xsl:if test="not(votacion)">, votación</xsl:if>
      <xsl:if test="not(normalize-space(remitido-a))">, a quién se remitió</xsl:if>
    </xsl:variable>
    <xsl:if test="string($cosas)">
      <falta destino="parte-acuerdos"><xsl:value-of select="concat('Acuerdo ', @clave, substring('sin clave', 1, 9 * not(@clave)), ': ', substring($cosas, 3))"/></falta>
    </xsl:if>
  </xsl:template>

  <xsl:template match="compromiso | asunto-en-tramite" mode="faltas">
    <xsl:variable name="cosas">
      <xsl:if test="not(normalize-space(asunto))">, asunto</xsl:if>
      <xsl:if test="self::compromiso and not(normalize-space(responsable))">, responsable</xsl:if>
      <xsl:if test="self::compromiso and not(@estado)">, estado</xsl:if>
      <xsl:if test="self::asunto-en-tramite and not(normalize-space(situacion))">, situación</xsl:if>
    </xsl:variable>
    <xsl:if test="string($cosas)">
      <falta destino="parte-seguimiento"><xsl:value-of select="concat('Seguimiento: ', substring($cosas, 3))"/></falta>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
