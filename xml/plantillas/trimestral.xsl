<?xml version="1.0" encoding="UTF-8"?>
<!-- Quarterly report (informe trimestral de actividades).

     Source: an informe (informe.xsd) gives the filled report of its quarter, a draft where it says estado="borrador";
     a programa (programa.xsd) gives the form for the pen, with all that the programme knows filled in.

     Parameters:
       trimestre   1, 2, 3 or 4 (default 1): the quarter of the form. The fourth ends with the programme. An informe says
                   its own, and this one is not asked. -->
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

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

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
    <capitulo id="parte-sesiones"><titulo>Sesiones celebradas</titulo><parte de="sesiones"/></capitulo>
    <capitulo id="parte-asistencia"><titulo>Asistencia</titulo><parte de="asistencia"/></capitulo>
    <capitulo id="parte-acuerdos"><titulo>Acuerdos, dictámenes y resoluciones</titulo><parte de="acuerdos"/></capitulo>
    <capitulo id="parte-atribuciones">
      <titulo>Actividades por atribución</titulo>
      <seccion id="parte-vencimientos"><titulo>Informes y asuntos con mes señalado en el trimestre</titulo><parte de="vencimientos"/></seccion>
      <seccion id="parte-actividades"><titulo>Actividades realizadas</titulo><parte de="actividades"/></seccion>
    </capitulo>
    <capitulo id="parte-seguimiento">
      <titulo>Seguimiento</titulo>
      <seccion id="parte-compromisos"><titulo>Compromisos</titulo><parte de="compromisos"/></seccion>
      <seccion id="parte-tramites"><titulo>Asuntos en trámite</titulo><parte de="tramites"/></seccion>
    </capitulo>
    <capitulo id="parte-avance"><titulo>Cuadro de avance</titulo><parte de="avance"/></capitulo>
    <capitulo id="parte-conclusiones"><titulo>Conclusiones</titulo><parte de="conclusiones"/></capitulo>
    <capitulo id="parte-firmas" unido="si"><titulo>Firmas</titulo><parte de="firmas"/></capitulo>
    <capitulo id="parte-anexos" apaisado="si">
      <titulo>Anexos</titulo>
      <seccion id="parte-calendario"><titulo>Calendario de acciones del programa</titulo><parte de="calendario-de-acciones"/></seccion>
      <parte de="anexos"/>
    </capitulo>
  </xsl:variable>

  <xsl:variable name="faltas">
    <xsl:if test="$borrador">
      <xsl:call-template name="faltas-comunes"/>
      <xsl:if test="not($sesiones)"><falta destino="parte-sesiones">Sesiones: todas</falta></xsl:if>
      <xsl:apply-templates select="$sesiones" mode="faltas"/>
      <xsl:apply-templates select="$acuerdos" mode="faltas"/>
      <xsl:apply-templates select="$acciones" mode="faltas"/>
      <xsl:apply-templates select="$informe/seguimiento/*" mode="faltas"/>
    </xsl:if>
  </xsl:variable>

  <xsl:template name="periodo-que-se-informa">
    <xsl:value-of select="concat($nombre-de-trimestre, ': ', $periodo-de-trimestre)"/>
  </xsl:template>

  <xsl:template match="/programa | /informe">
    <xsl:if test="not($numero-de-trimestre = 1 or $numero-de-trimestre = 2 or $numero-de-trimestre = 3 or $numero-de-trimestre = 4)">
      <xsl:message terminate="yes">El trimestre «<xsl:value-of select="$numero-de-trimestre"/>» no existe: son 1, 2, 3 y 4.</xsl:message>
    </xsl:if>
    <xsl:call-template name="informe">
      <xsl:with-param name="titulo">Informe trimestral de actividades</xsl:with-param>
      <xsl:with-param name="corto" select="concat('Informe trimestral, ', $periodo-de-trimestre)"/>
      <xsl:with-param name="subtitulo"><xsl:call-template name="periodo-que-se-informa"/></xsl:with-param>
      <xsl:with-param name="plan" select="exsl:node-set($plan)/capitulo"/>
      <xsl:with-param name="faltas" select="exsl:node-set($faltas)/falta"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
