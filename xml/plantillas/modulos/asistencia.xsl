<?xml version="1.0" encoding="UTF-8"?>
<!-- Who attended which session: a matrix with totals both ways. Members count for the quorum; representatives and guests
     have their own groups. Who is cited and is nobody is shown at the end, as cited. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:variable name="personas-de-informe" select="$informe/integracion/persona"/>
  <xsl:variable name="integrantes" select="$programa/integrantes/persona | $personas-de-informe[@funcion = 'presidencia' or @funcion = 'integrante']"/>
  <xsl:variable name="conocidas" select="$programa/integrantes/persona/@id | $programa/representaciones/representacion/*/@id | $personas-de-informe/@id"/>

  <!-- A form has two columns more, for sessions that are not in the calendar. -->
  <xsl:variable name="columnas-de-sesion" select="count($sesiones) + 2 * number($en-blanco)"/>

  <xsl:template match="parte[@de = 'asistencia' or @de = 'asistencia-por-sesion']">
    <xsl:call-template name="matriz-de-asistencia"/>
  </xsl:template>

  <xsl:template name="matriz-de-asistencia">
    <xsl:variable name="ancho">
      <xsl:choose>
        <xsl:when test="$columnas-de-sesion > 8">31pt</xsl:when>
        <xsl:otherwise>44pt</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <fo:table xsl:use-attribute-sets="tabla-densa junta">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <xsl:if test="$columnas-de-sesion > 0"><fo:table-column column-width="{$ancho}" number-columns-repeated="{$columnas-de-sesion}"/></xsl:if>
      <fo:table-column column-width="46pt"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Persona</xsl:with-param></xsl:call-template>
          <xsl:apply-templates select="$sesiones" mode="columna">
            <xsl:sort select="substring(concat(@fecha, @fecha-original, $calendario[@id = current()/@id]/@fecha), 1, 10)"/>
          </xsl:apply-templates>
          <xsl:if test="$en-blanco"><xsl:call-template name="columna-vacia"/><xsl:call-template name="columna-vacia"/></xsl:if>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Total</xsl:with-param><xsl:with-param name="alineada">center</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:call-template name="franja">
          <xsl:with-param name="columnas" select="$columnas-de-sesion + 2"/>
          <xsl:with-param name="contenido">Integrantes</xsl:with-param>
        </xsl:call-template>
        <xsl:for-each select="$integrantes">
          <xsl:if test="generate-id() = generate-id($integrantes[@id = current()/@id])"><xsl:apply-templates select="." mode="asistencia"/></xsl:if>
        </xsl:for-each>
        <xsl:call-template name="fila-de-totales"/>
        <xsl:if test="$programa/representaciones">
          <xsl:call-template name="franja">
            <xsl:with-param name="columnas" select="$columnas-de-sesion + 2"/>
            <xsl:with-param name="contenido">Representaciones</xsl:with-param>
          </xsl:call-template>
          <xsl:apply-templates select="$programa/representaciones/representacion" mode="asistencia"/>
        </xsl:if>
        <xsl:variable name="otras" select="$personas-de-informe[@funcion = 'secretaria' or @funcion = 'invitada']"/>
        <xsl:variable name="nadie" select="$sesiones/asistencia[not(@persona = $conocidas)]"/>
        <xsl:if test="$otras or $nadie">
          <xsl:call-template name="franja">
            <xsl:with-param name="columnas" select="$columnas-de-sesion + 2"/>
            <xsl:with-param name="contenido">Otras personas</xsl:with-param>
          </xsl:call-template>
          <xsl:for-each select="$otras">
            <xsl:if test="generate-id() = generate-id($otras[@id = current()/@id])"><xsl:apply-templates select="." mode="asistencia"/></xsl:if>
          </xsl:for-each>
          <xsl:for-each select="$nadie">
            <xsl:if test="generate-id() = generate-id($nadie[@persona = current()/@persona])"><xsl:apply-templates select="." mode="asistencia"/></xsl:if>
          </xsl:for-each>
        </xsl:if>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="nota" keep-with-previous.within-page="always" text-align="start" hyphenate="false">
      <xsl:text>A: asistió. D: asistió a distancia. J: falta justificada. F: falta. P, S: asistió la persona propietaria, la suplente. —: nadie acudió, o la sesión no se celebró. ?: no se ha escrito. Sesiones: Ord., ordinaria; Ext., extraordinaria; Urg., urgente.</xsl:text>
    </fo:block>
  </xsl:template>

  <!-- Heads of the columns: 1ª Ord. / 22 ene -->

  <xsl:template match="sesion" mode="columna">
    <xsl:variable name="tipo"><xsl:apply-templates select="." mode="tipo"/></xsl:variable>
    <xsl:variable name="ordinal"><xsl:apply-templates select="." mode="ordinal"/></xsl:variable>
    <xsl:variable name="programada"><xsl:apply-templates select="." mode="fecha-programada"/></xsl:variable>
    <fo:table-cell xsl:use-attribute-sets="celda-mes-titulo">
      <fo:block text-align="center">
        <xsl:choose>
          <xsl:when test="string($tipo)">
            <xsl:value-of select="concat($ordinal, 'ª')"/>
            <xsl:choose>
              <xsl:when test="$columnas-de-sesion > 8"><fo:block/></xsl:when>
              <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
            </xsl:choose>
            <xsl:call-template name="inicial-mayuscula"><xsl:with-param name="palabra" select="substring($tipo, 1, 3)"/></xsl:call-template>
            <xsl:text>.</xsl:text>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="." mode="etiqueta"/></xsl:otherwise>
        </xsl:choose>
      </fo:block>
      <fo:block text-align="center" font-weight="normal">
        <xsl:choose>
          <xsl:when test="@fecha"><xsl:call-template name="fecha-breve"><xsl:with-param name="fecha" select="@fecha"/></xsl:call-template></xsl:when>
          <xsl:when test="string($programada)"><xsl:call-template name="fecha-breve"><xsl:with-param name="fecha" select="$programada"/></xsl:call-template></xsl:when>
          <xsl:otherwise>?</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="columna-vacia">
    <fo:table-cell xsl:use-attribute-sets="celda-mes-titulo">
      <fo:block text-align="center"><xsl:call-template name="raya"><xsl:with-param name="largo">28pt</xsl:with-param></xsl:call-template></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- Rows -->

  <xsl:template match="persona" mode="asistencia">
    <xsl:call-template name="fila-de-asistencia">
      <xsl:with-param name="nombre" select="string(nombre)"/>
      <xsl:with-param name="ids" select="@id"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="representacion" mode="asistencia">
    <xsl:call-template name="fila-de-asistencia">
      <xsl:with-param name="nombre" select="string(partido)"/>
      <xsl:with-param name="ids" select="*/@id"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="asistencia" mode="asistencia">
    <xsl:call-template name="fila-de-asistencia">
      <xsl:with-param name="nombre">
        <xsl:call-template name="desconocido"><xsl:with-param name="que">persona</xsl:with-param><xsl:with-param name="id" select="@persona"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="ids" select="@persona"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="fila-de-asistencia">
    <xsl:param name="nombre"/>
    <xsl:param name="ids"/>
    <fo:table-row xsl:use-attribute-sets="fila">
      <xsl:call-template name="celda-breve">
        <xsl:with-param name="contenido" select="$nombre"/>
        <xsl:with-param name="nombra-fila" select="true()"/>
      </xsl:call-template>
      <xsl:for-each select="$sesiones">
        <xsl:sort select="substring(concat(@fecha, @fecha-original, $calendario[@id = current()/@id]/@fecha), 1, 10)"/>
        <xsl:call-template name="celda-de-matriz">
          <xsl:with-param name="contenido">
            <xsl:if test="@celebrada = 'no'">—</xsl:if>
            <xsl:apply-templates select="asistencia[@persona = $ids]" mode="clave"/>
            <xsl:if test="not($en-blanco or @celebrada = 'no' or asistencia[@persona = $ids])">
              <xsl:choose>
                <xsl:when test="not(asistencia)">?</xsl:when>
                <xsl:otherwise>—</xsl:otherwise>
              </xsl:choose>
            </xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="$en-blanco">
          <xsl:call-template name="celda-de-matriz"/><xsl:call-template name="celda-de-matriz"/><xsl:call-template name="celda-de-matriz"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="celda-de-matriz">
            <xsl:with-param name="contenido" select="concat(count($sesiones-celebradas[asistencia[@persona = $ids][@estado = 'presente' or @estado = 'a-distancia']]),
                                                            ' de ', count($sesiones-celebradas))"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="fila-de-totales">
    <fo:table-row keep-with-previous.within-page="always" xsl:use-attribute-sets="fila">
      <xsl:call-template name="celda-breve">
        <xsl:with-param name="contenido"><fo:inline xsl:use-attribute-sets="negrita">Integrantes presentes</fo:inline></xsl:with-param>
        <xsl:with-param name="nombra-fila" select="true()"/>
      </xsl:call-template>
      <xsl:for-each select="$sesiones">
        <xsl:sort select="substring(concat(@fecha, @fecha-original, $calendario[@id = current()/@id]/@fecha), 1, 10)"/>
        <xsl:call-template name="celda-de-matriz">
          <xsl:with-param name="contenido">
            <xsl:choose>
              <xsl:when test="$en-blanco"/>
              <xsl:when test="@celebrada = 'no'">—</xsl:when>
              <xsl:when test="not(asistencia)">?</xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="count(asistencia[@persona = $integrantes/@id][@estado = 'presente' or @estado = 'a-distancia'])"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:if test="$en-blanco"><xsl:call-template name="celda-de-matriz"/><xsl:call-template name="celda-de-matriz"/></xsl:if>
      <xsl:call-template name="celda-de-matriz"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="celda-de-matriz">
    <xsl:param name="contenido"/>
    <fo:table-cell xsl:use-attribute-sets="celda-mes"><fo:block text-align="center"><xsl:copy-of select="$contenido"/></fo:block></fo:table-cell>
  </xsl:template>

  <!-- A letter for each; a representative's says which of the two came. -->
  <xsl:template match="asistencia" mode="clave">
    <xsl:variable name="vino" select="@estado = 'presente' or @estado = 'a-distancia'"/>
    <xsl:if test="position() > 1">, </xsl:if>
    <xsl:choose>
      <xsl:when test="not(@estado)">?</xsl:when>
      <xsl:when test="$vino and @persona = $programa/representaciones/representacion/propietaria/@id">P</xsl:when>
      <xsl:when test="$vino and @persona = $programa/representaciones/representacion/suplente/@id">S</xsl:when>
      <xsl:when test="@estado = 'presente'">A</xsl:when>
      <xsl:when test="@estado = 'a-distancia'">D</xsl:when>
      <xsl:when test="@estado = 'justificada'">J</xsl:when>
      <xsl:otherwise>F</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
