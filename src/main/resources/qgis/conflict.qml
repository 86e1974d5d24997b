<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="categorizedSymbol" attr="overlap_class" symbollevels="0" enableorderby="0" forceraster="0">
   <categories>
    <category label="测量误差内 noise" render="true" symbol="0" value="NOISE"/>
    <category label="界线问题 boundary" render="true" symbol="1" value="BOUNDARY"/>
    <category label="实际重叠 encroachment" render="true" symbol="2" value="ENCROACHMENT"/>
    <category label="包含 contained" render="true" symbol="3" value="CONTAINED"/>
    <category label="重复 duplicate" render="true" symbol="4" value="DUPLICATE"/>
   </categories>
   <symbols>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="120,120,120,76"/><Option name="outline_color" type="QString" value="109,109,109,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.26"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="solid"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="240,160,40,140"/><Option name="outline_color" type="QString" value="179,107,0,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.36"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="solid"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="214,40,40,127"/><Option name="outline_color" type="QString" value="176,15,22,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.47"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="solid"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="186,20,40,140"/><Option name="outline_color" type="QString" value="141,12,28,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.47"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="solid"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="4" type="fill"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="color" type="QString" value="140,10,40,153"/><Option name="outline_color" type="QString" value="107,6,32,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.52"/><Option name="outline_width_unit" type="QString" value="MM"/><Option name="style" type="QString" value="solid"/><Option name="joinstyle" type="QString" value="miter"/></Option></layer></symbol>
   </symbols>
  </renderer-v2>
  <labeling type="simple"><settings calloutType="simple"><text-style fieldName="id" fontSize="8" fontFamily="Noto Sans CJK SC" textColor="28,42,51,255" isExpression="0"><text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,220"/></text-style><placement placement="1"/><rendering scaleVisibility="1" scaleMin="1" scaleMax="25000" fitInPolygonOnly="0" displayAll="0"/></settings></labeling>
  <layerGeometryType>2</layerGeometryType>
</qgis>
