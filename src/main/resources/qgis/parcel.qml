<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="categorizedSymbol" attr="status" symbollevels="0" enableorderby="0" forceraster="0">
   <categories>
    <category label="已发证 certified" render="true" symbol="0" value="CERTIFIED"/>
    <category label="办理中 pending" render="true" symbol="1" value="PENDING"/>
    <category label="有争议 disputed" render="true" symbol="2" value="DISPUTED"/>
    <category label="已测绘 surveyed" render="true" symbol="3" value="SURVEYED"/>
   </categories>
   <symbols>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="88,150,98,87"/><Option name="outline_color" type="QString" value="47,107,61,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.29"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="solid"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="64,124,178,76"/><Option name="outline_color" type="QString" value="34,92,143,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.29"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="solid"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="222,122,52,102"/><Option name="outline_color" type="QString" value="163,75,12,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.36"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="solid"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="150,160,166,76"/><Option name="outline_color" type="QString" value="90,104,112,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.26"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="solid"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
   </symbols>
  </renderer-v2>
  <labeling type="simple"><settings calloutType="simple"><text-style fieldName="code" fontSize="8" fontFamily="Noto Sans CJK SC" textColor="28,42,51,255" isExpression="0"><text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,220"/></text-style><placement placement="1"/><rendering scaleVisibility="1" scaleMin="1" scaleMax="25000" fitInPolygonOnly="0" displayAll="0"/></settings></labeling>
  <layerGeometryType>2</layerGeometryType>
</qgis>
