<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="categorizedSymbol" attr="status" symbollevels="0" enableorderby="0" forceraster="0">
   <categories>
    <category label="有效证书 live certificate" render="true" symbol="0" value="LIVE"/>
   </categories>
   <symbols>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="255,255,255,0"/><Option name="outline_color" type="QString" value="15,77,36,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.68"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="no"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
   </symbols>
  </renderer-v2>
  <labeling type="simple"><settings calloutType="simple"><text-style fieldName="number" fontSize="8" fontFamily="Noto Sans CJK SC" textColor="28,42,51,255" isExpression="0"><text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,220"/></text-style><placement placement="1"/><rendering scaleVisibility="1" scaleMin="1" scaleMax="25000" fitInPolygonOnly="0" displayAll="0"/></settings></labeling>
  <layerGeometryType>2</layerGeometryType>
</qgis>
