<?xml version="1.0" encoding="UTF-8"?>
<!-- What was done in each action of the programme: one long table. A band states the attribution; its letter runs down
     the side of its rows; on a further page the head says that it goes on. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:variable name="avances" select="$informe/actividades/avance"/>
  <xsl:variable name="acciones" select="$acciones-del-trimestre | $programa//accion[@id = $avances/@accion]"/>

  <!-- "a)" of the attribution that an action belongs to, and "a) 3" of the action itself. -->

  <xsl:template match="accion" mode="letra"><xsl:apply-templates select=".." mode="etiqueta"/></xsl:template>

  <xsl:template match="accion" mode="etiqueta">
    <xsl:apply-templates select="." mode="letra"/>
    <xsl:value-of select="concat(' ', @numero)"/>
  </xsl:template>

  <!-- Actions whose months are named one by one: what is due in the quarter. -->

  <xsl:template match="parte[@de = 'vencimientos']">
    <xsl:variable name="vencen" select="$acciones-del-trimestre[meses]"/>
    <fo:table xsl:use-attribute-sets="tabla-densa">
      <fo:table-column column-width="40pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="112pt"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Acción</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Informe o asunto</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Meses programados</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$vencen">
          <fo:table-row xsl:use-attribute-sets="fila">
            <xsl:call-template name="celda-densa">
              <xsl:with-param name="contenido"><xsl:apply-templates select="." mode="etiqueta"/></xsl:with-param>
              <xsl:with-param name="nombra-fila" select="true()"/>
            </xsl:call-template>
            <xsl:call-template name="celda-densa"><xsl:with-param name="contenido"><xsl:apply-templates select="texto/node()"/></xsl:with-param></xsl:call-template>
            <xsl:call-template name="celda-densa"><xsl:with-param name="contenido"><xsl:apply-templates select="meses" mode="periodo"/></xsl:with-param></xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
        <xsl:if test="not($vencen)"><xsl:call-template name="fila-ninguno"><xsl:with-param name="columnas" select="3"/><xsl:with-param name="texto">Ninguno en el trimestre.</xsl:with-param></xsl:call-template></xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- The long table -->

  <xsl:template match="parte[@de = 'actividades']">
    <fo:table xsl:use-attribute-sets="tabla-densa">
      <fo:table-column column-width="20pt"/>
      <fo:table-column column-width="128pt"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="56pt"/>
      <fo:table-column column-width="70pt"/>
      <fo:table-column column-width="47pt"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <fo:table-cell number-columns-spanned="3" xsl:use-attribute-sets="celda-titulo">
            <fo:block>
              <xsl:text>Acción y actividades </xsl:text>
              <fo:retrieve-table-marker retrieve-class-name="continua" retrieve-position-within-table="first-starting"
                                        retrieve-boundary-within-table="table-fragment"/>
            </fo:block>
          </fo:table-cell>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Fecha</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Área</xsl:with-param></xsl:call-template>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Avance</xsl:with-param><xsl:with-param name="alineada">end</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="$programa//atribucion[accion[@id = $acciones/@id]]" mode="actividades"/>
        <xsl:apply-templates select="$avances[not(@accion = $programa//accion/@id)]" mode="ajeno"/>
        <xsl:if test="not($acciones)"><xsl:call-template name="fila-ninguno"><xsl:with-param name="columnas" select="6"/><xsl:with-param name="texto">Sin acciones en el trimestre.</xsl:with-param></xsl:call-template></xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="atribucion" mode="actividades">
    <xsl:variable name="suyas" select="accion[@id = $acciones/@id]"/>
    <xsl:variable name="varias" select="$avances[@accion = $suyas/@id][actividad]"/>
    <!-- An action without activities takes one row. -->
    <xsl:variable name="filas" select="count($suyas) - count($varias) + count($varias/actividad)"/>
    <xsl:call-template name="franja">
      <xsl:with-param name="columnas" select="6"/>
      <xsl:with-param name="contenido">
        <fo:marker marker-class-name="continua"/>
        <xsl:apply-templates select="." mode="etiqueta"/>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="key('por-id', @funcion)/node()"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="$suyas" mode="actividades"><xsl:with-param name="filas" select="$filas"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="accion" mode="actividades">
    <xsl:param name="filas"/>
    <xsl:variable name="avance" select="$avances[@accion = current()/@id]"/>
    <xsl:variable name="accion" select="."/>
    <xsl:variable name="primera" select="position() = 1"/>
    <xsl:variable name="letra"><xsl:apply-templates select="." mode="letra"/></xsl:variable>
    <xsl:variable name="cuantas" select="count($avance/actividad)"/>
    <xsl:choose>
      <xsl:when test="$cuantas > 0">
        <xsl:for-each select="$avance/actividad">
          <fo:table-row xsl:use-attribute-sets="fila">
            <xsl:if test="position() != last()"><xsl:attribute name="keep-with-next.within-page"><xsl:value-of select="$fuerza-de-junta"/></xsl:attribute></xsl:if>
            <xsl:if test="position() = 1">
              <xsl:apply-templates select="$accion" mode="celdas-de-accion">
                <xsl:with-param name="filas" select="$filas * $primera"/>
                <xsl:with-param name="actividades" select="$cuantas"/>
              </xsl:apply-templates>
            </xsl:if>
            <xsl:apply-templates select="." mode="celdas"><xsl:with-param name="letra" select="$letra"/></xsl:apply-templates>
            <xsl:if test="position() = 1">
              <xsl:call-template name="celda-de-avance"><xsl:with-param name="avance" select="$avance"/><xsl:with-param name="filas" select="$cuantas"/></xsl:call-template>
            </xsl:if>
          </fo:table-row>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:apply-templates select="." mode="celdas-de-accion">
            <xsl:with-param name="filas" select="$filas * $primera"/>
            <xsl:with-param name="actividades" select="1"/>
          </xsl:apply-templates>
          <xsl:call-template name="celda-de-actividad">
            <xsl:with-param name="letra" select="$letra"/>
            <xsl:with-param name="contenido">
              <xsl:choose>
                <xsl:when test="$en-blanco"><xsl:call-template name="renglones"><xsl:with-param name="cuantos" select="3 + floor(string-length(normalize-space(texto)) div 90)"/></xsl:call-template></xsl:when>
                <xsl:when test="$borrador"><fo:block><xsl:call-template name="falta"/></fo:block></xsl:when>
                <xsl:otherwise><fo:block>Sin actividades que informar.</fo:block></xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:choose>
            <xsl:when test="$en-blanco or $borrador"><xsl:call-template name="celda-densa"/><xsl:call-template name="celda-densa"/></xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="celda-densa"><xsl:with-param name="contenido">—</xsl:with-param></xsl:call-template>
              <xsl:call-template name="celda-densa"><xsl:with-param name="contenido">—</xsl:with-param></xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="celda-de-avance"><xsl:with-param name="avance" select="$avance"/></xsl:call-template>
        </fo:table-row>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The letter beside all rows of the attribution (filas = 0: it stands already), and the action beside its own. -->
  <xsl:template match="accion" mode="celdas-de-accion">
    <xsl:param name="filas"/>
    <xsl:param name="actividades"/>
    <xsl:if test="$filas > 0">
      <xsl:call-template name="celda-densa">
        <xsl:with-param name="contenido"><fo:inline xsl:use-attribute-sets="negrita"><xsl:apply-templates select="." mode="letra"/></fo:inline></xsl:with-param>
        <xsl:with-param name="nombra-fila" select="true()"/>
        <xsl:with-param name="filas" select="$filas"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="celda-densa">
      <xsl:with-param name="contenido"><xsl:value-of select="concat(@numero, '. ')"/><xsl:apply-templates select="texto/node()"/></xsl:with-param>
      <xsl:with-param name="nombra-fila" select="true()"/>
      <xsl:with-param name="filas" select="$actividades"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="actividad" mode="celdas">
    <xsl:param name="letra"/>
    <xsl:call-template name="celda-de-actividad">
      <xsl:with-param name="letra" select="$letra"/>
      <xsl:with-param name="contenido">
        <fo:block><xsl:call-template name="valor"><xsl:with-param name="valor"><xsl:apply-templates select="texto/node()"/></xsl:with-param></xsl:call-template></fo:block>
        <xsl:if test="$borrador or normalize-space(entregable)">
          <fo:block space-before="2pt">
            <fo:inline xsl:use-attribute-sets="negrita">Entregable: </fo:inline>
            <xsl:call-template name="valor"><xsl:with-param name="valor"><xsl:apply-templates select="entregable/node()"/></xsl:with-param></xsl:call-template>
          </fo:block>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="celda-densa">
      <xsl:with-param name="contenido">
        <xsl:if test="@fecha"><xsl:call-template name="fecha-breve"><xsl:with-param name="fecha" select="@fecha"/></xsl:call-template></xsl:if>
        <xsl:if test="@hasta"> a <xsl:call-template name="fecha-breve"><xsl:with-param name="fecha" select="@hasta"/></xsl:call-template></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="celda-densa"><xsl:with-param name="contenido" select="normalize-space(area)"/></xsl:call-template>
  </xsl:template>

  <!-- Every row but a band's says how the table goes on when it is the first on its page. -->
  <xsl:template name="celda-de-actividad">
    <xsl:param name="letra"/>
    <xsl:param name="contenido"/>
    <fo:table-cell xsl:use-attribute-sets="celda-densa">
      <fo:marker marker-class-name="continua"><xsl:value-of select="concat('· ', $letra, ' (continúa)')"/></fo:marker>
      <xsl:copy-of select="$contenido"/>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="celda-de-avance">
    <xsl:param name="avance"/>
    <xsl:param name="filas" select="1"/>
    <xsl:call-template name="celda-densa">
      <xsl:with-param name="contenido">
        <xsl:choose>
          <xsl:when test="$avance/@porcentaje"><xsl:value-of select="concat($avance/@porcentaje, ' %')"/></xsl:when>
          <xsl:when test="$en-blanco"><xsl:call-template name="raya"><xsl:with-param name="largo">22pt</xsl:with-param></xsl:call-template> %</xsl:when>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="alineada">end</xsl:with-param>
      <xsl:with-param name="filas" select="$filas"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Work reported for an action that the programme does not have. -->
  <xsl:template match="avance" mode="ajeno">
    <xsl:variable name="avance" select="."/>
    <xsl:variable name="desconocida">
      <xsl:call-template name="desconocido"><xsl:with-param name="que">acción</xsl:with-param><xsl:with-param name="id" select="@accion"/></xsl:call-template>
    </xsl:variable>
    <xsl:for-each select="actividad | self::*[not(actividad)]">
      <fo:table-row xsl:use-attribute-sets="fila">
        <xsl:call-template name="celda-densa"><xsl:with-param name="contenido">—</xsl:with-param></xsl:call-template>
        <xsl:call-template name="celda-densa"><xsl:with-param name="contenido" select="$desconocida"/><xsl:with-param name="nombra-fila" select="true()"/></xsl:call-template>
        <xsl:choose>
          <xsl:when test="self::actividad"><xsl:apply-templates select="." mode="celdas"><xsl:with-param name="letra">—</xsl:with-param></xsl:apply-templates></xsl:when>
          <xsl:otherwise><xsl:call-template name="celdas-vacias"><xsl:with-param name="cuantas" select="3"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="celda-de-avance"><xsl:with-param name="avance" select="$avance"/></xsl:call-template>
      </fo:table-row>
    </xsl:for-each>
  </xsl:template>

  <!-- What a draft still lacks -->

  <xsl:template match="accion" mode="faltas">
    <xsl:variable name="avance" select="$avances[@accion = current()/@id]"/>
    <xsl:variable name="cosas">
      <xsl:if test="not($avance/actividad[normalize-space(texto)])">, actividades</xsl:if>
      <xsl:if test="$avance/actividad[normalize-space(texto)][not(normalize-space(entregable))]">, entregable</xsl:if>
      <xsl:if test="$avance/actividad[normalize-space(texto)][not(@fecha)]">, fecha</xsl:if>
      <xsl:if test="$avance/actividad[normalize-space(texto)][not(normalize-space(area))]">, área</xsl:if>
      <xsl:if test="not($avance/@porcentaje)">, avance</xsl:if>
    </xsl:variable>
    <xsl:if test="string($cosas)">
      <falta destino="parte-actividades">
        <xsl:text>Acción </xsl:text>
        <xsl:apply-templates select="." mode="etiqueta"/>
        <xsl:value-of select="concat(': ', substring($cosas, 3))"/>
      </falta>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
