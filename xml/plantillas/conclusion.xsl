<?xml version="1.0" encoding="UTF-8"?>
<!-- Final report of the year (informe de conclusión de actividades).

     Source: a conclusion (conclusion.xsd) names the programme and its quarterly reports; everything is counted from them.
     A programa (programa.xsd) gives the form for the pen.

     Parameters: none. -->
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
  <xsl:import href="modulos/meses.xsl"/>
  <xsl:import href="modulos/formulario.xsl"/>
  <xsl:import href="modulos/sesiones.xsl"/>
  <xsl:import href="modulos/asistencia.xsl"/>
  <xsl:import href="modulos/acuerdos.xsl"/>
  <xsl:import href="modulos/actividades.xsl"/>
  <xsl:import href="modulos/avance.xsl"/>
  <xsl:import href="modulos/cierre.xsl"/>
  <xsl:import href="modulos/informe.xsl"/>
  <xsl:import href="modulos/anual.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- The modules ask these; here they are the whole year's. -->
  <xsl:variable name="sesiones" select="$informes/sesiones/sesion | $calendario[$en-blanco]"/>
  <xsl:variable name="sesiones-celebradas" select="$informes/sesiones/sesion[@fecha and not(@celebrada = 'no')]"/>
  <xsl:variable name="personas-de-informe" select="$informes/integracion/persona"/>
  <xsl:variable name="acuerdos" select="$informes/acuerdos/acuerdo"/>

  <xsl:variable name="plan">
    <capitulo id="parte-presentacion"><titulo>Presentación</titulo><parte de="presentacion"/></capitulo>
    <capitulo id="parte-marco"><titulo>Marco normativo</titulo><parte de="marco"/></capitulo>
    <capitulo id="parte-integracion">
      <titulo>Integración de la comisión</titulo>
      <parte de="integracion"/>
      <xsl:if test="$programa/representaciones">
        <seccion id="parte-representaciones"><titulo>Representaciones</titulo><parte de="representaciones"/></seccion>
      </xsl:if>
    </capitulo>
    <capitulo id="parte-totales"><titulo>Totales del año</titulo><parte de="totales"/></capitulo>
    <capitulo id="parte-sesiones"><titulo>Sesiones del año</titulo><parte de="sesiones-del-anio"/></capitulo>
    <capitulo id="parte-asistencia"><titulo>Asistencia del año</titulo><parte de="asistencia-anual"/></capitulo>
    <capitulo id="parte-acuerdos"><titulo>Acuerdos, dictámenes y resoluciones</titulo><parte de="acuerdos"/></capitulo>
    <capitulo id="parte-avance"><titulo>Avance de las acciones</titulo><parte de="avance-anual"/></capitulo>
    <capitulo id="parte-pendientes">
      <titulo>Lo que queda pendiente</titulo>
      <seccion id="parte-no-informado"><titulo>De lo que no se informó</titulo><parte de="no-informado"/></seccion>
      <seccion id="parte-abiertos"><titulo>Compromisos abiertos</titulo><parte de="compromisos-abiertos"/></seccion>
    </capitulo>
    <capitulo id="parte-conclusiones"><titulo>Conclusiones</titulo><parte de="conclusiones"/></capitulo>
    <capitulo id="parte-firmas" unido="si"><titulo>Firmas</titulo><parte de="firmas"/></capitulo>
    <capitulo id="parte-anexos" apaisado="si">
      <titulo>Anexos</titulo>
      <seccion id="parte-por-sesion"><titulo>Asistencia por sesión</titulo><parte de="asistencia-por-sesion"/></seccion>
      <parte de="anexos"/>
    </capitulo>
  </xsl:variable>

  <xsl:template match="parte[@de = 'sesiones-del-anio']"><xsl:call-template name="tabla-de-sesiones"/></xsl:template>

  <xsl:variable name="faltas">
    <xsl:if test="$borrador">
      <xsl:call-template name="faltas-comunes"/>
      <xsl:for-each select="$trimestres[not(. = $informes/@trimestre)]">
        <falta destino="parte-no-informado"><xsl:value-of select="concat('Informe del ', ., 'º trimestre')"/></falta>
      </xsl:for-each>
    </xsl:if>
  </xsl:variable>

  <xsl:template name="periodo-que-se-informa"><xsl:value-of select="$anio"/></xsl:template>

  <xsl:template match="/programa | /conclusion">
    <xsl:call-template name="informe">
      <xsl:with-param name="titulo">Informe de conclusión de actividades</xsl:with-param>
      <xsl:with-param name="corto" select="concat('Informe de conclusión ', $anio)"/>
      <xsl:with-param name="subtitulo" select="string($programa/titulo/@corto)"/>
      <xsl:with-param name="plan" select="exsl:node-set($plan)/capitulo"/>
      <xsl:with-param name="faltas" select="exsl:node-set($faltas)/falta"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
