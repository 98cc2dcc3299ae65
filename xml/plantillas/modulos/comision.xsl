<?xml version="1.0" encoding="UTF-8"?>
<!-- The tables of a commission: members, representatives, attributions with their actions, calendar of sessions. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:template name="celda-titulo">
    <xsl:param name="texto"/>
    <xsl:param name="alineada" select="'start'"/>
    <fo:table-cell xsl:use-attribute-sets="celda-titulo">
      <fo:block text-align="{$alineada}"><xsl:value-of select="$texto"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- The cell that names its row is a heading of it. Cells of a few words take more air than cells of prose. -->
  <xsl:template name="celda">
    <xsl:param name="contenido"/>
    <xsl:param name="alineada" select="'start'"/>
    <xsl:param name="nombra-fila" select="false()"/>
    <fo:table-cell xsl:use-attribute-sets="celda">
      <xsl:if test="$nombra-fila"><xsl:attribute name="role">TH</xsl:attribute></xsl:if>
      <fo:block text-align="{$alineada}"><xsl:copy-of select="$contenido"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="celda-breve">
    <xsl:param name="contenido"/>
    <xsl:param name="alineada" select="'start'"/>
    <xsl:param name="nombra-fila" select="false()"/>
    <fo:table-cell xsl:use-attribute-sets="celda-breve">
      <xsl:if test="$nombra-fila"><xsl:attribute name="role">TH</xsl:attribute></xsl:if>
      <fo:block text-align="{$alineada}"><xsl:copy-of select="$contenido"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- Members -->

  <xsl:template match="integrantes">
    <fo:block id="{@id}" role="H1" xsl:use-attribute-sets="titulo-1"><xsl:apply-templates select="titulo/node()"/></fo:block>
    <xsl:call-template name="tabla-integrantes"/>
  </xsl:template>

  <xsl:template match="relacion">
    <xsl:for-each select="key('por-id', @de)"><xsl:call-template name="tabla-integrantes"/></xsl:for-each>
  </xsl:template>

  <!-- Each person once, however many reports name them. -->
  <xsl:template name="tabla-integrantes">
    <xsl:param name="personas" select="persona"/>
    <fo:table xsl:use-attribute-sets="tabla-sin-titulos">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body>
        <xsl:for-each select="$personas">
          <xsl:if test="generate-id() = generate-id($personas[@id = current()/@id])">
            <fo:table-row xsl:use-attribute-sets="fila">
              <xsl:call-template name="celda-breve">
                <xsl:with-param name="contenido"><xsl:value-of select="nombre"/></xsl:with-param>
                <xsl:with-param name="nombra-fila" select="true()"/>
              </xsl:call-template>
              <xsl:call-template name="celda-breve">
                <xsl:with-param name="contenido"><xsl:apply-templates select="cargo/node()"/></xsl:with-param>
              </xsl:call-template>
            </fo:table-row>
          </xsl:if>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Representatives of the parties -->

  <xsl:template match="representaciones">
    <fo:block id="{@id}" role="H1" xsl:use-attribute-sets="titulo-1"><xsl:apply-templates select="titulo/node()"/></fo:block>
    <xsl:call-template name="tabla-representaciones"/>
  </xsl:template>

  <xsl:template name="tabla-representaciones">
    <fo:table xsl:use-attribute-sets="tabla">
      <fo:table-column column-width="166pt"/>
      <fo:table-column column-width="153pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"/>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Persona Propietaria</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Persona Suplente</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="representacion">
          <fo:table-row xsl:use-attribute-sets="fila">
            <xsl:call-template name="celda-breve">
              <xsl:with-param name="contenido"><xsl:value-of select="partido"/></xsl:with-param>
              <xsl:with-param name="nombra-fila" select="true()"/>
            </xsl:call-template>
            <xsl:call-template name="celda-breve">
              <xsl:with-param name="contenido"><xsl:value-of select="propietaria"/></xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="celda-breve">
              <xsl:with-param name="contenido"><xsl:value-of select="suplente"/></xsl:with-param>
            </xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Attributions: the function that each exercises is quoted from the chapter that states it. -->

  <xsl:template match="atribuciones">
    <xsl:apply-templates select="atribucion"/>
  </xsl:template>

  <xsl:template match="atribucion" mode="id">atribucion-<xsl:value-of select="@funcion"/></xsl:template>

  <xsl:template match="atribucion" mode="etiqueta">
    <xsl:apply-templates select="key('por-id', @funcion)" mode="etiqueta"/>
  </xsl:template>

  <xsl:template match="atribucion" mode="nombre">
    <xsl:text>Inciso </xsl:text><xsl:apply-templates select="." mode="etiqueta"/>
  </xsl:template>

  <xsl:template match="atribucion">
    <xsl:variable name="id"><xsl:apply-templates select="." mode="id"/></xsl:variable>
    <fo:block id="{$id}" xsl:use-attribute-sets="entrada">
      <xsl:value-of select="../formula"/>
      <xsl:text> </xsl:text>
      <fo:inline xsl:use-attribute-sets="negrita">
        <xsl:apply-templates select="." mode="etiqueta"/>
        <xsl:text>: </xsl:text>
        <fo:inline role="Quote"><xsl:apply-templates select="key('por-id', @funcion)/node()"/></fo:inline>
      </fo:inline>
    </fo:block>
    <fo:table xsl:use-attribute-sets="tabla">
      <fo:table-column column-width="22pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="123pt"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">No.</xsl:with-param><xsl:with-param name="alineada">end</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">ACCIONES DE LA COMISIÓN</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">PERIODO DE EJECUCIÓN</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body><xsl:apply-templates select="accion"/></fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="accion">
    <fo:table-row id="{@id}" xsl:use-attribute-sets="fila">
      <xsl:call-template name="celda">
        <xsl:with-param name="contenido"><xsl:value-of select="concat(@numero, '.')"/></xsl:with-param>
        <xsl:with-param name="alineada">end</xsl:with-param>
        <xsl:with-param name="nombra-fila" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="celda">
        <xsl:with-param name="contenido"><xsl:apply-templates select="texto/node()"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="celda">
        <xsl:with-param name="contenido"><xsl:apply-templates select="periodo | meses" mode="periodo"/></xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- How a session is called. A report's session takes from the calendar what it does not say itself. -->

  <xsl:template match="sesion" mode="tipo">
    <xsl:choose>
      <xsl:when test="@tipo"><xsl:value-of select="@tipo"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$calendario[@id = current()/@id]/@tipo"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sesion" mode="ordinal">
    <xsl:choose>
      <xsl:when test="@ordinal"><xsl:value-of select="@ordinal"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$calendario[@id = current()/@id]/@ordinal"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The date that it was first called for, which stays its own when it is moved. -->
  <xsl:template match="sesion" mode="fecha-programada">
    <xsl:variable name="programada" select="$calendario[@id = current()/@id]/@fecha"/>
    <xsl:choose>
      <xsl:when test="@fecha-original"><xsl:value-of select="@fecha-original"/></xsl:when>
      <xsl:when test="$programada"><xsl:value-of select="$programada"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@fecha"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Primera Sesión Ordinaria 2026 -->
  <xsl:template match="sesion" mode="nombre">
    <xsl:variable name="tipo"><xsl:apply-templates select="." mode="tipo"/></xsl:variable>
    <xsl:variable name="ordinal"><xsl:apply-templates select="." mode="ordinal"/></xsl:variable>
    <xsl:variable name="fecha"><xsl:apply-templates select="." mode="fecha-programada"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="string($tipo) and string($ordinal)">
        <xsl:call-template name="ordinal"><xsl:with-param name="numero" select="$ordinal"/></xsl:call-template>
        <xsl:text> Sesión </xsl:text>
        <xsl:call-template name="inicial-mayuscula"><xsl:with-param name="palabra" select="$tipo"/></xsl:call-template>
        <xsl:if test="string($fecha)"><xsl:value-of select="concat(' ', substring($fecha, 1, 4))"/></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="desconocido"><xsl:with-param name="que">sesión</xsl:with-param><xsl:with-param name="id" select="@id"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 1ª Ordinaria -->
  <xsl:template match="sesion" mode="etiqueta">
    <xsl:variable name="tipo"><xsl:apply-templates select="." mode="tipo"/></xsl:variable>
    <xsl:variable name="ordinal"><xsl:apply-templates select="." mode="ordinal"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="string($tipo) and string($ordinal)">
        <xsl:value-of select="concat($ordinal, 'ª ')"/>
        <xsl:call-template name="inicial-mayuscula"><xsl:with-param name="palabra" select="$tipo"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="desconocido"><xsl:with-param name="que">sesión</xsl:with-param><xsl:with-param name="id" select="@id"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sesion" mode="fecha-larga">
    <xsl:call-template name="fecha-larga"><xsl:with-param name="fecha" select="@fecha"/></xsl:call-template>
  </xsl:template>

  <!-- Calendar: a band opens each year. -->

  <xsl:template match="calendario">
    <fo:table xsl:use-attribute-sets="tabla">
      <fo:table-column column-width="proportional-column-width(2)"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="proportional-column-width(2)"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Mes</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Día</xsl:with-param><xsl:with-param name="alineada">center</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Tipo de reunión</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body><xsl:apply-templates select="sesion"/></fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="sesion">
    <xsl:variable name="anio" select="substring(@fecha, 1, 4)"/>
    <xsl:if test="not(starts-with(preceding-sibling::sesion[1]/@fecha, $anio))">
      <fo:table-row keep-with-next.within-page="always" xsl:use-attribute-sets="fila">
        <fo:table-cell number-columns-spanned="3" role="TH" xsl:use-attribute-sets="celda-franja">
          <fo:block><xsl:value-of select="$anio"/></fo:block>
        </fo:table-cell>
      </fo:table-row>
    </xsl:if>
    <fo:table-row id="{@id}" xsl:use-attribute-sets="fila">
      <xsl:call-template name="celda-breve">
        <xsl:with-param name="contenido">
          <xsl:call-template name="mes"><xsl:with-param name="fecha" select="@fecha"/></xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="nombra-fila" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="celda-breve">
        <xsl:with-param name="contenido"><xsl:value-of select="number(substring(@fecha, 9, 2))"/></xsl:with-param>
        <xsl:with-param name="alineada">center</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="celda-breve">
        <xsl:with-param name="contenido"><xsl:apply-templates select="." mode="etiqueta"/></xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
