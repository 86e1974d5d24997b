/** 导出。 */
export default {
  'export.button': '导出',
  'export.title': '导出成果文件',
  'export.about': '按测量坐标原样导出，可再次入库；宗地的 Shapefile 与 GeoPackage 附界址点（JZD）和界址线（JZX）。导出会记入操作日志。',
  'export.layer': '图层',
  'export.format': '格式',
  'export.crs.hint': '涉及多个坐标系时，请选择一个坐标系，或每个坐标系一个文件。',
  'export.asSurveyed': '按测量坐标系',
  'export.usualEncoding': '按格式惯例',
  'export.asOf': '截至日期',
  'export.asOf.hint': '留空为当前。',
  'export.each': '每个坐标系一个文件（zip）',
  'export.narrowed': '仅当前范围',
  'export.save': '导出',

  'exportFormat.shp.zip': 'Shapefile（zip）',
  'exportFormat.gpkg': 'GeoPackage',
  'exportFormat.geojson': 'GeoJSON',
  'exportFormat.csv': 'CSV 表（含 WKT）',
  'exportFormat.points.csv': 'CSV 界址点表',
  'exportFormat.txt': '报盘 TXT',
  'exportFormat.dxf': 'DXF',
  'exportFormat.kml': 'KML（经纬度）',

};
