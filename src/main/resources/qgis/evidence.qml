<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="categorizedSymbol" attr="basis" symbollevels="0" enableorderby="0" forceraster="0">
   <categories>
    <category label="1987年山界林权证 1987 certificate" render="true" symbol="0" value="FARM_1987_CERTIFICATE"/>
    <category label="他人林权证 forest certificate" render="true" symbol="1" value="FOREST_CERTIFICATE"/>
    <category label="其他 other" render="true" symbol="2" value=""/>
   </categories>
   <symbols>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="160,112,52,18"/><Option name="outline_color" type="QString" value="138,90,32,255"/><Option name="outline_style" type="QString" value="dash dot"/><Option name="outline_width" type="QString" value="0.47"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="solid"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="48,92,60,115"/><Option name="outline_color" type="QString" value="45,91,59,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.34"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="f_diagonal"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="160,112,52,18"/><Option name="outline_color" type="QString" value="138,90,32,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.31"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="solid"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
   </symbols>
  </renderer-v2>
  <labeling type="simple"><settings calloutType="simple"><text-style fieldName="document" fontSize="8" fontFamily="Noto Sans CJK SC" textColor="28,42,51,255" isExpression="0"><text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,220"/></text-style><placement placement="1"/><rendering scaleVisibility="1" scaleMin="1" scaleMax="25000" fitInPolygonOnly="0" displayAll="0"/></settings></labeling>
  <layerGeometryType>2</layerGeometryType>
</qgis>
