/** Export. */
export default {
  'export.button': 'Export',
  'export.title': 'Save land as a file',
  'export.about': 'Coordinates go out as surveyed and can be read back; parcels as Shapefile or GeoPackage bring their boundary points (JZD) and lines (JZX) along. The export is entered in the audit log.',
  'export.layer': 'Layer',
  'export.format': 'Format',
  'export.crs.hint': 'Land of several systems: choose one, or a file for each.',
  'export.asSurveyed': 'as surveyed',
  'export.usualEncoding': 'usual for the format',
  'export.asOf': 'As it was on',
  'export.asOf.hint': 'Empty: now.',
  'export.each': 'A file for each coordinate system (zip)',
  'export.narrowed': 'Only what is in view',
  'export.save': 'Save',

  'exportFormat.shp.zip': 'Shapefile (zip)',
  'exportFormat.gpkg': 'GeoPackage',
  'exportFormat.geojson': 'GeoJSON',
  'exportFormat.csv': 'CSV table (with WKT)',
  'exportFormat.points.csv': 'CSV of boundary points',
  'exportFormat.txt': 'Exchange text (TXT)',
  'exportFormat.dxf': 'DXF',
  'exportFormat.kml': 'KML (degrees)',

};
