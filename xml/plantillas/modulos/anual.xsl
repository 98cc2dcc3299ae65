<?xml version="1.0" encoding="UTF-8"?>
<!-- The year, counted from its quarterly reports: totals, attendance, progress of every action, and what nobody reported.
     $informes are the reports that the final one names; without a report there is a form. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:exsl="http://exslt.org/common"
                xmlns:str="http://exslt.org/strings"
                exclude-result-prefixes="exsl str">

  <xsl:variable name="informes" select="document($informe/informe/@archivo, /)/informe"/>
  <xsl:variable name="trimestres" select="str:tokenize('1 2 3 4')"/>

  <!-- Totals: a row for each thing that is counted, a column for each quarter. -->

  <xsl:variable name="conceptos">
    <franja>Sesiones</franja>
    <concepto de="celebradas">Celebradas</concepto>
    <concepto de="ordinarias">Ordinarias</concepto>
    <concepto de="extraordinarias">Extraordinarias</concepto>
    <concepto de="urgentes">Urgentes</concepto>
    <concepto de="reprogramadas">Celebradas en otra fecha que la programada</concepto>
    <concepto de="no-celebradas">No celebradas</concepto>
    <franja>Decisiones</franja>
    <concepto de="acuerdo">Acuerdos</concepto>
    <concepto de="dictamen">Dictámenes</concepto>
    <concepto de="resolucion">Resoluciones</concepto>
    <franja>Acciones</franja>
    <concepto de="informadas">Acciones de las que se informó</concepto>
    <concepto de="concluidas">Acciones concluidas</concepto>
    <concepto de="actividades">Actividades realizadas</concepto>
  </xsl:variable>

  <xsl:template match="parte[@de = 'totales']">
    <fo:table xsl:use-attribute-sets="tabla junta">
      <xsl:call-template name="columnas-de-trimestres"><xsl:with-param name="primera">proportional-column-width(1)</xsl:with-param></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"/>
          <xsl:call-template name="titulos-de-trimestres"/>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="exsl:node-set($conceptos)/*">
          <xsl:choose>
            <xsl:when test="self::franja">
              <xsl:call-template name="franja"><xsl:with-param name="columnas" select="6"/><xsl:with-param name="contenido" select="string()"/></xsl:call-template>
            </xsl:when>
            <xsl:otherwise><xsl:apply-templates select="." mode="fila"/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="nota" keep-with-previous.within-page="always">
      <xsl:value-of select="concat('El calendario del programa tiene ', count($calendario), ' sesiones; el programa, ', count($programa//accion),
                                   ' acciones de ', count($programa//atribucion), ' atribuciones.')"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="columnas-de-trimestres">
    <xsl:param name="primera"/>
    <fo:table-column column-width="{$primera}"/>
    <fo:table-column column-width="46pt" number-columns-repeated="5"/>
  </xsl:template>

  <xsl:template name="titulos-de-trimestres">
    <xsl:for-each select="$trimestres">
      <xsl:call-template name="celda-titulo"><xsl:with-param name="texto" select="concat(., 'º trim.')"/><xsl:with-param name="alineada">end</xsl:with-param></xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Año</xsl:with-param><xsl:with-param name="alineada">end</xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template match="concepto" mode="fila">
    <xsl:variable name="concepto" select="."/>
    <fo:table-row xsl:use-attribute-sets="fila">
      <xsl:call-template name="celda-breve"><xsl:with-param name="contenido" select="string()"/><xsl:with-param name="nombra-fila" select="true()"/></xsl:call-template>
      <xsl:for-each select="$trimestres">
        <xsl:variable name="suyo" select="$informes[@trimestre = current()]"/>
        <xsl:call-template name="celda-breve">
          <xsl:with-param name="alineada">end</xsl:with-param>
          <xsl:with-param name="contenido">
            <xsl:choose>
              <xsl:when test="$suyo"><xsl:apply-templates select="$concepto" mode="cuenta"><xsl:with-param name="en" select="$suyo"/></xsl:apply-templates></xsl:when>
              <xsl:otherwise><xsl:call-template name="sin-informe"/></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="celda-breve">
        <xsl:with-param name="alineada">end</xsl:with-param>
        <xsl:with-param name="contenido">
          <xsl:choose>
            <xsl:when test="$en-blanco"><xsl:text>&#xA0;</xsl:text></xsl:when>
            <xsl:otherwise>
              <fo:inline xsl:use-attribute-sets="negrita"><xsl:apply-templates select="." mode="cuenta"><xsl:with-param name="en" select="$informes"/></xsl:apply-templates></fo:inline>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="sin-informe">
    <xsl:choose>
      <xsl:when test="$en-blanco"><xsl:text>&#xA0;</xsl:text></xsl:when>
      <xsl:otherwise>—</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How many there are in these reports. -->

  <xsl:template match="concepto[@de = 'celebradas']" mode="cuenta"><xsl:param name="en"/><xsl:value-of select="count($en/sesiones/sesion[@fecha and not(@celebrada = 'no')])"/></xsl:template>
  <xsl:template match="concepto[@de = 'no-celebradas']" mode="cuenta"><xsl:param name="en"/><xsl:value-of select="count($en/sesiones/sesion[@celebrada = 'no'])"/></xsl:template>
  <xsl:template match="concepto[@de = 'ordinarias' or @de = 'extraordinarias' or @de = 'urgentes']" mode="cuenta">
    <xsl:param name="en"/>
    <xsl:variable name="tipo" select="substring(@de, 1, string-length(@de) - 1)"/>
    <xsl:value-of select="count($en/sesiones/sesion[@fecha and not(@celebrada = 'no')][@tipo = $tipo or not(@tipo) and @id = $calendario[@tipo = $tipo]/@id])"/>
  </xsl:template>
  <xsl:template match="concepto[@de = 'reprogramadas']" mode="cuenta">
    <xsl:param name="en"/>
    <xsl:variable name="una-x-por-cada-una">
      <xsl:for-each select="$en/sesiones/sesion[@fecha and not(@celebrada = 'no')]">
        <xsl:if test="@fecha != @fecha-original or @fecha != $calendario[@id = current()/@id]/@fecha">x</xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="string-length($una-x-por-cada-una)"/>
  </xsl:template>
  <xsl:template match="concepto[@de = 'acuerdo' or @de = 'dictamen' or @de = 'resolucion']" mode="cuenta">
    <xsl:param name="en"/>
    <xsl:value-of select="count($en/acuerdos/acuerdo[@tipo = current()/@de])"/>
  </xsl:template>
  <xsl:template match="concepto[@de = 'informadas']" mode="cuenta"><xsl:param name="en"/><xsl:value-of select="count($programa//accion[@id = $en/actividades/avance/@accion])"/></xsl:template>
  <xsl:template match="concepto[@de = 'concluidas']" mode="cuenta"><xsl:param name="en"/><xsl:value-of select="count($programa//accion[@id = $en/actividades/avance[@porcentaje >= 100]/@accion])"/></xsl:template>
  <xsl:template match="concepto[@de = 'actividades']" mode="cuenta"><xsl:param name="en"/><xsl:value-of select="count($en/actividades/avance/actividad)"/></xsl:template>

  <!-- Attendance by quarter: 3 de 4. Session by session it stands in an annex. -->

  <xsl:template match="parte[@de = 'asistencia-anual']">
    <fo:table xsl:use-attribute-sets="tabla junta">
      <xsl:call-template name="columnas-de-trimestres"><xsl:with-param name="primera">proportional-column-width(1)</xsl:with-param></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Persona</xsl:with-param></xsl:call-template>
          <xsl:call-template name="titulos-de-trimestres"/>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:call-template name="franja"><xsl:with-param name="columnas" select="6"/><xsl:with-param name="contenido">Integrantes</xsl:with-param></xsl:call-template>
        <xsl:for-each select="$integrantes">
          <xsl:if test="generate-id() = generate-id($integrantes[@id = current()/@id])">
            <xsl:call-template name="fila-de-asistencia-anual"><xsl:with-param name="nombre" select="string(nombre)"/><xsl:with-param name="ids" select="@id"/></xsl:call-template>
          </xsl:if>
        </xsl:for-each>
        <xsl:if test="$programa/representaciones">
          <xsl:call-template name="franja"><xsl:with-param name="columnas" select="6"/><xsl:with-param name="contenido">Representaciones</xsl:with-param></xsl:call-template>
          <xsl:for-each select="$programa/representaciones/representacion">
            <xsl:call-template name="fila-de-asistencia-anual"><xsl:with-param name="nombre" select="string(partido)"/><xsl:with-param name="ids" select="*/@id"/></xsl:call-template>
          </xsl:for-each>
        </xsl:if>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="nota" keep-with-previous.within-page="always">
      <xsl:text>Sesiones a las que acudió, en persona o a distancia, de las que se celebraron. De una representación basta que acudiera una de sus personas.</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="fila-de-asistencia-anual">
    <xsl:param name="nombre"/>
    <xsl:param name="ids"/>
    <fo:table-row xsl:use-attribute-sets="fila">
      <xsl:call-template name="celda-breve"><xsl:with-param name="contenido" select="$nombre"/><xsl:with-param name="nombra-fila" select="true()"/></xsl:call-template>
      <xsl:for-each select="$trimestres">
        <xsl:call-template name="celda-de-asistencia"><xsl:with-param name="ids" select="$ids"/><xsl:with-param name="en" select="$informes[@trimestre = current()]"/></xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="celda-de-asistencia"><xsl:with-param name="ids" select="$ids"/><xsl:with-param name="en" select="$informes"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="celda-de-asistencia">
    <xsl:param name="ids"/>
    <xsl:param name="en"/>
    <xsl:variable name="celebradas" select="$en/sesiones/sesion[@fecha and not(@celebrada = 'no')]"/>
    <xsl:call-template name="celda-breve">
      <xsl:with-param name="alineada">end</xsl:with-param>
      <xsl:with-param name="contenido">
        <xsl:choose>
          <xsl:when test="$en">
            <xsl:value-of select="concat(count($celebradas[asistencia[@persona = $ids][@estado = 'presente' or @estado = 'a-distancia']]), ' de ', count($celebradas))"/>
          </xsl:when>
          <xsl:otherwise><xsl:call-template name="sin-informe"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Progress: each quarter's figure and, as the year's, the last one that was reported. -->

  <xsl:variable name="finales">
    <xsl:for-each select="$programa//accion">
      <xsl:variable name="accion" select="@id"/>
      <xsl:variable name="ultimo">
        <xsl:for-each select="$informes[actividades/avance[@accion = $accion]/@porcentaje]">
          <xsl:sort select="@trimestre" data-type="number" order="descending"/>
          <xsl:if test="position() = 1"><xsl:value-of select="actividades/avance[@accion = $accion]/@porcentaje"/></xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:if test="string($ultimo)"><final accion="{$accion}" porcentaje="{$ultimo}"/></xsl:if>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="ultimos" select="exsl:node-set($finales)/final"/>

  <xsl:template match="parte[@de = 'avance-anual']">
    <fo:table xsl:use-attribute-sets="tabla-densa">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="40pt" number-columns-repeated="4"/>
      <fo:table-column column-width="42pt"/>
      <fo:table-column column-width="82pt"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="fila">
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Atribución y acción</xsl:with-param></xsl:call-template>
          <xsl:call-template name="titulos-de-trimestres"/>
          <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">De 0 a 100 %</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:call-template name="fila-de-media-anual">
          <xsl:with-param name="titulo">Todas las acciones</xsl:with-param>
          <xsl:with-param name="acciones" select="$programa//accion"/>
        </xsl:call-template>
        <xsl:for-each select="$programa//atribucion">
          <xsl:call-template name="fila-de-media-anual">
            <xsl:with-param name="titulo"><xsl:apply-templates select="." mode="nombre"/></xsl:with-param>
            <xsl:with-param name="acciones" select="accion"/>
          </xsl:call-template>
          <xsl:apply-templates select="accion" mode="avance-anual"/>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="nota" keep-with-previous.within-page="always">
      <xsl:text>El avance del año es el último que se informó; el de una atribución, la media de sus acciones con dato.</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="fila-de-media-anual">
    <xsl:param name="titulo"/>
    <xsl:param name="acciones"/>
    <xsl:variable name="cifras" select="$ultimos[@accion = $acciones/@id]/@porcentaje"/>
    <xsl:variable name="media"><xsl:call-template name="media"><xsl:with-param name="de" select="$cifras"/></xsl:call-template></xsl:variable>
    <fo:table-row keep-with-next.within-page="always" xsl:use-attribute-sets="fila negrita">
      <fo:table-cell role="TH" number-columns-spanned="5" xsl:use-attribute-sets="celda-franja">
        <fo:block>
          <xsl:value-of select="$titulo"/>
          <xsl:if test="not($en-blanco)">
            <fo:inline font-weight="normal"><xsl:value-of select="concat(' · ', count($cifras), ' de ', count($acciones), ' acciones con dato')"/></fo:inline>
          </xsl:if>
        </fo:block>
      </fo:table-cell>
      <xsl:call-template name="celda-de-cifra"><xsl:with-param name="porcentaje" select="$media"/></xsl:call-template>
      <xsl:call-template name="celda-de-barra"><xsl:with-param name="porcentaje" select="$media"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="accion" mode="avance-anual">
    <xsl:variable name="accion" select="@id"/>
    <xsl:variable name="final" select="string($ultimos[@accion = $accion]/@porcentaje)"/>
    <fo:table-row xsl:use-attribute-sets="fila">
      <fo:table-cell role="TH" xsl:use-attribute-sets="celda-sangrada">
        <fo:block><xsl:value-of select="concat(@numero, '. ')"/><xsl:apply-templates select="texto/node()"/></fo:block>
      </fo:table-cell>
      <xsl:for-each select="$trimestres">
        <xsl:variable name="cifra" select="$informes[@trimestre = current()]/actividades/avance[@accion = $accion]/@porcentaje"/>
        <fo:table-cell xsl:use-attribute-sets="celda">
          <fo:block text-align="end">
            <xsl:choose>
              <xsl:when test="$cifra"><xsl:value-of select="concat($cifra, ' %')"/></xsl:when>
              <xsl:otherwise><xsl:call-template name="sin-informe"/></xsl:otherwise>
            </xsl:choose>
          </fo:block>
        </fo:table-cell>
      </xsl:for-each>
      <xsl:call-template name="celda-de-cifra"><xsl:with-param name="porcentaje" select="$final"/></xsl:call-template>
      <xsl:call-template name="celda-de-barra"><xsl:with-param name="porcentaje" select="$final"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- What was never reported -->

  <xsl:template match="parte[@de = 'no-informado']">
    <xsl:variable name="acciones" select="$programa//accion[not(@id = $informes/actividades/avance/@accion)]"/>
    <xsl:variable name="sin-sesion" select="$calendario[not(@id = $informes/sesiones/sesion/@id)]"/>
    <xsl:variable name="sin-trimestre" select="$trimestres[not(. = $informes/@trimestre)]"/>
    <xsl:choose>
      <xsl:when test="$en-blanco">
        <fo:block role="Div" xsl:use-attribute-sets="junta"><xsl:call-template name="renglones"><xsl:with-param name="cuantos" select="8"/></xsl:call-template></fo:block>
      </xsl:when>
      <xsl:when test="not($acciones or $sin-sesion or $sin-trimestre)">
        <fo:block xsl:use-attribute-sets="parrafo">Se informó de todas las acciones y de todas las sesiones del programa.</fo:block>
      </xsl:when>
      <xsl:otherwise>
        <fo:table xsl:use-attribute-sets="tabla">
          <fo:table-column column-width="96pt"/>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-column column-width="120pt"/>
          <fo:table-header>
            <fo:table-row xsl:use-attribute-sets="fila">
              <xsl:call-template name="celda-titulo"/>
              <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">No se informó de</xsl:with-param></xsl:call-template>
              <xsl:call-template name="celda-titulo"><xsl:with-param name="texto">Programado para</xsl:with-param></xsl:call-template>
            </fo:table-row>
          </fo:table-header>
          <fo:table-body>
            <xsl:for-each select="$sin-trimestre">
              <xsl:call-template name="fila-de-tres"><xsl:with-param name="a">Informe</xsl:with-param><xsl:with-param name="b" select="concat('Informe del ', ., 'º trimestre')"/></xsl:call-template>
            </xsl:for-each>
            <xsl:for-each select="$sin-sesion">
              <xsl:call-template name="fila-de-tres">
                <xsl:with-param name="a">Sesión</xsl:with-param>
                <xsl:with-param name="b"><xsl:apply-templates select="." mode="nombre"/></xsl:with-param>
                <xsl:with-param name="c"><xsl:apply-templates select="." mode="fecha-larga"/></xsl:with-param>
              </xsl:call-template>
            </xsl:for-each>
            <xsl:for-each select="$acciones">
              <xsl:call-template name="fila-de-tres">
                <xsl:with-param name="a">Acción <xsl:apply-templates select="." mode="etiqueta"/></xsl:with-param>
                <xsl:with-param name="b"><xsl:apply-templates select="texto/node()"/></xsl:with-param>
                <xsl:with-param name="c"><xsl:apply-templates select="periodo | meses" mode="periodo"/></xsl:with-param>
              </xsl:call-template>
            </xsl:for-each>
          </fo:table-body>
        </fo:table>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="fila-de-tres">
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:param name="c"/>
    <fo:table-row xsl:use-attribute-sets="fila">
      <xsl:call-template name="celda"><xsl:with-param name="contenido" select="$a"/><xsl:with-param name="nombra-fila" select="true()"/></xsl:call-template>
      <xsl:call-template name="celda"><xsl:with-param name="contenido" select="$b"/></xsl:call-template>
      <xsl:call-template name="celda"><xsl:with-param name="contenido" select="$c"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- Commitments that no later report says more of, unless they were kept. -->
  <xsl:template match="parte[@de = 'compromisos-abiertos']">
    <xsl:call-template name="tabla-de-compromisos">
      <xsl:with-param name="ninguno">Sin compromisos abiertos.</xsl:with-param>
      <xsl:with-param name="filas">
        <xsl:for-each select="$informes">
          <xsl:sort select="@trimestre" data-type="number"/>
          <xsl:for-each select="seguimiento/compromiso[not(@estado = 'cumplido')]">
            <xsl:if test="not(@acuerdo = $informes[@trimestre > current()/../../@trimestre]/seguimiento/compromiso/@acuerdo)">
              <xsl:apply-templates select="." mode="fila"/>
            </xsl:if>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
