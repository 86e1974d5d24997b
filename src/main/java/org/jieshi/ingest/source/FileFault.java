package org.jieshi.ingest.source;

import org.jieshi.shared.Bilingual;
import org.jieshi.shared.ProblemCode;

/**
 * Every reason why a file can't be taken, with its sentence. The names are stable: clients and help pages refer to
 * them. Each sentence says what is wrong and what to do.
 */
public enum FileFault {

  // --- the upload itself
  FILE_EMPTY(ProblemCode.FILE_CUT, "F1",
      "The file %s is empty; send the file again.", "文件 %s 是空的，请重新上传。"),
  FILE_KIND_UNKNOWN(ProblemCode.FILE_KIND_UNKNOWN, "F2",
      "%s is no kind of survey file that can be read here; send a zip holding .shp, .dbf and .prj, or one of the other"
          + " formats listed on the page.",
      "无法识别 %s 的文件类型，请上传包含 .shp、.dbf、.prj 的 zip 压缩包，或页面所列的其他格式。"),

  // --- archives (rule F1)
  ARCHIVE_NOT_ZIP(ProblemCode.FILE_UNREADABLE, "F1",
      "%s is named .zip but isn't a zip archive; zip the .shp, .dbf and .prj again.",
      "%s 扩展名是 .zip，但不是 zip 压缩包，请将 .shp、.dbf、.prj 重新压缩。"),
  ARCHIVE_KIND_UNKNOWN(ProblemCode.FILE_KIND_UNKNOWN, "F1",
      "%s is a %s archive; only zip can be read, pack the files as zip.",
      "%s 是 %s 压缩包，系统只能读取 zip，请改用 zip 压缩。"),
  ARCHIVE_DAMAGED(ProblemCode.FILE_CUT, "F1",
      "The zip %s is damaged and can't be read to its end; zip the files again and send it again.",
      "压缩包 %s 已损坏，无法完整读取，请重新压缩后上传。"),
  ARCHIVE_EMPTY(ProblemCode.FILE_PART_MISSING, "F1",
      "The zip %s holds no file; add .shp, .dbf and .prj.",
      "压缩包 %s 中没有文件，请放入 .shp、.dbf、.prj。"),
  ARCHIVE_ENCRYPTED(ProblemCode.FILE_UNREADABLE, "F1",
      "The zip %s is protected by a password; send it without one.",
      "压缩包 %s 设有密码，请去除密码后上传。"),
  ARCHIVE_METHOD_UNKNOWN(ProblemCode.FILE_UNREADABLE, "F1",
      "The zip entry %s uses a compression that can't be read; use ordinary zip compression (deflate).",
      "压缩包中的 %s 使用了无法读取的压缩方式，请使用普通 zip 压缩（deflate）。"),
  ARCHIVE_TOO_MANY_ENTRIES(ProblemCode.ARCHIVE_UNSAFE, "F1",
      "The zip %s holds more than %s entries; send one layer a zip.",
      "压缩包 %s 中的文件超过 %s 个，请每个压缩包只放一个图层。"),
  ARCHIVE_TOO_LARGE(ProblemCode.ARCHIVE_UNSAFE, "F1",
      "Unpacked, %s is larger than %s MB; split the layer into several files.",
      "%s 解压后超过 %s MB，请将图层拆分为多个文件。"),
  ARCHIVE_RATIO(ProblemCode.ARCHIVE_UNSAFE, "F1",
      "Unpacked, %s grows to more than %s times its size, which no survey file does; zip the files again.",
      "%s 解压后超过原大小的 %s 倍，测绘文件不会如此，请重新压缩。"),
  ARCHIVE_UNSAFE_NAME(ProblemCode.ARCHIVE_UNSAFE, "F1",
      "The zip entry %s points outside the archive; zip the files again without such paths.",
      "压缩包中的 %s 指向压缩包之外的位置，请去除此类路径后重新压缩。"),
  ARCHIVE_LINK(ProblemCode.ARCHIVE_UNSAFE, "F1",
      "The zip entry %s is a link, not a file; zip the file itself.",
      "压缩包中的 %s 是链接而不是文件，请压缩文件本身。"),

  // --- the files of a layer (rule F2)
  LAYER_NONE(ProblemCode.FILE_PART_MISSING, "F2",
      "There is no survey in %s; send .shp, .dbf and .prj of one layer, or one of the other formats listed on the page.",
      "%s 中没有测绘成果文件，请上传同一图层的 .shp、.dbf、.prj，或页面所列的其他格式。"),
  LAYER_FILE_MISSING(ProblemCode.FILE_PART_MISSING, "F2",
      "The file %s is missing; send it together with the others of its layer.",
      "缺少文件 %s，请与该图层的其他文件一起上传。"),
  LAYER_FILE_TWICE(ProblemCode.FILE_UNREADABLE, "F2",
      "The file %s occurs twice; keep one of them.",
      "文件 %s 出现两次，请只保留一个。"),
  LAYER_SEVERAL(ProblemCode.FILE_UNREADABLE, "F2",
      "%s holds several layers (%s); send one layer a zip, or name the one to read (layerName).",
      "%s 中有多个图层（%s），请每个压缩包只放一个图层，或填写要读取的图层名（layerName）。"),
  LAYER_UNKNOWN(ProblemCode.FILE_UNREADABLE, "F2",
      "There is no layer %s in %s; it holds: %s.",
      "没有图层 %s，%s 中的图层为：%s。"),

  // --- .shp
  SHP_NOT_A_SHAPEFILE(ProblemCode.FILE_UNREADABLE, "F2",
      "%s isn't a shapefile (its first bytes aren't those of a .shp); export the layer again.",
      "%s 不是 Shapefile（文件头不符），请重新导出该图层。"),
  SHP_NOT_POLYGONS(ProblemCode.GEOMETRY_KIND, "F5",
      "%1$s holds %2$s, but parcels and claims are polygons; export the polygon layer.",
      "%1$s 中是%3$s，而宗地和主张须为面，请导出面图层。"),
  SHP_CUT(ProblemCode.FILE_CUT, "F2",
      "%s is cut off in record %s; export or copy the layer again and send the whole file.",
      "%s 在第 %s 条记录处中断，请重新导出或复制后上传完整文件。"),
  SHP_RECORD_DAMAGED(ProblemCode.FILE_CUT, "F2",
      "Record %2$s of %1$s is damaged (%3$s); export the layer again.",
      "%1$s 的第 %2$s 条记录已损坏（%4$s），请重新导出该图层。"),
  SHP_RECORD_ORDER(ProblemCode.FILE_CUT, "F2",
      "In %s record number %s stands where %s is expected, so shapes and attributes can't be paired; export the layer"
          + " again (save as a new shapefile).",
      "%s 中应为第 %3$s 号记录处出现第 %2$s 号，图形与属性无法对应，请另存为新的 Shapefile 后上传。"),

  // --- .dbf
  DBF_NOT_A_TABLE(ProblemCode.FILE_UNREADABLE, "F2",
      "%s isn't a dBASE table (%s); export the layer again.",
      "%1$s 不是 dBASE 属性表（%3$s），请重新导出该图层。"),
  DBF_CUT(ProblemCode.FILE_CUT, "F2",
      "%s promises %s rows but ends in row %s; export or copy the layer again and send the whole file.",
      "%s 应有 %s 行，但在第 %s 行处中断，请重新导出或复制后上传完整文件。"),
  DBF_ROW_DAMAGED(ProblemCode.FILE_CUT, "F2",
      "Row %2$s of %1$s is damaged (it doesn't begin like a row); export the layer again.",
      "%1$s 的第 %2$s 行已损坏（行标记不符），请重新导出该图层。"),
  COUNT_MISMATCH(ProblemCode.FILE_CUT, "F2",
      "%s holds %s shapes but %s holds %s rows, so they can't be paired; export the layer again.",
      "%s 有 %s 个图形，而 %s 有 %s 行，无法一一对应，请重新导出该图层。"),

  // --- writing
  OUTPUT_ENCODING(ProblemCode.INVALID_FIELD, "F4",
      "Record %s holds text that %s has no sign for (%s); choose another format or the encoding UTF-8.",
      "第 %s 条记录含有 %s 无法表示的文字（%s），请改用其他格式或选择 UTF-8 编码。"),
  OUTPUT_TOO_LONG(ProblemCode.INVALID_FIELD, "F4",
      "Column %2$s of record %1$s is longer than a shapefile can hold (254 bytes); choose GeoPackage or GeoJSON.",
      "第 %s 条记录的 %s 列超过 Shapefile 的长度上限（254 字节），请改用 GeoPackage 或 GeoJSON。"),

  // --- encoding (rule F4)
  ENCODING_NAME_UNKNOWN(ProblemCode.ENCODING_UNKNOWN, "F4",
      "The encoding %s isn't known; give UTF-8, GBK, GB18030 or Big5.",
      "无法识别编码 %s，请填写 UTF-8、GBK、GB18030 或 Big5。"),
  ENCODING_UNFIT(ProblemCode.ENCODING_UNKNOWN, "F4",
      "The text of %s can't be read as %s (row %s, column %s); give the right encoding or leave it empty.",
      "%s 中的文字不能按 %s 读取（第 %s 行 %s 列），请填写正确的编码或留空。"),
  ENCODING_TEXT_UNFIT(ProblemCode.ENCODING_UNKNOWN, "F4",
      "The text of %s can't be read as %s (line %s); give the right encoding or leave it empty.",
      "%s 中的文字不能按 %s 读取（第 %s 行），请填写正确的编码或留空。"),
  ENCODING_TEXT_UNKNOWN(ProblemCode.ENCODING_UNKNOWN, "F4",
      "The text of %s is neither UTF-8 nor GB18030 (line %s); save it as UTF-8 or give its encoding.",
      "%s 中的文字既不是 UTF-8 也不是 GB18030（第 %s 行），请另存为 UTF-8 或填写编码。"),
  ENCODING_UNKNOWN(ProblemCode.ENCODING_UNKNOWN, "F4",
      "The text of %s is neither UTF-8 nor GB18030 (row %s, column %s); give its encoding.",
      "%s 中的文字既不是 UTF-8 也不是 GB18030（第 %s 行 %s 列），请填写编码。"),

  // --- GeoJSON
  GEOJSON_NOT_FEATURES(ProblemCode.FILE_UNREADABLE, "F2",
      "%s is JSON without features; export the layer as a GeoJSON FeatureCollection.",
      "%s 是不含要素的 JSON，请将图层导出为 GeoJSON FeatureCollection。"),
  GEOJSON_CUT(ProblemCode.FILE_CUT, "F2",
      "%s ends in feature %s; export or copy the file again and send the whole of it.",
      "%s 在第 %s 个要素处中断，请重新导出或复制后上传完整文件。"),
  GEOJSON_DAMAGED(ProblemCode.FILE_CUT, "F2",
      "%s can't be read as GeoJSON at line %s, column %s (feature %s); export the layer again.",
      "%s 第 %s 行第 %s 列（第 %s 个要素）不符合 GeoJSON 格式，请重新导出该图层。"),

  // --- GeoPackage
  GPKG_NOT_ONE(ProblemCode.FILE_UNREADABLE, "F2",
      "%s is a database, but no GeoPackage (gpkg_contents and gpkg_geometry_columns are missing); export the layer as a"
          + " GeoPackage.",
      "%s 是数据库文件，但不是 GeoPackage（缺少 gpkg_contents 和 gpkg_geometry_columns），请将图层导出为 GeoPackage。"),
  GPKG_DAMAGED(ProblemCode.FILE_CUT, "F2",
      "The GeoPackage %s is damaged and can't be read to its end; export the layer again.",
      "GeoPackage 文件 %s 已损坏，无法完整读取，请重新导出该图层。"),
  GPKG_NO_FEATURES(ProblemCode.FILE_PART_MISSING, "F2",
      "The GeoPackage %s holds no layer of features; export the layer with its parcels.",
      "GeoPackage 文件 %s 中没有矢量图层，请导出包含图形的图层。"),
  GPKG_NO_TABLE(ProblemCode.FILE_UNREADABLE, "F2",
      "%s is listed in %s, but there is no such table or column (views aren't read); export the layer as a table.",
      "%2$s 中列出的 %1$s 不是实际的表或列（不读取视图），请将图层导出为表。"),
  GPKG_SHAPE_DAMAGED(ProblemCode.FILE_CUT, "F2",
      "Record %2$s of %1$s is damaged (%3$s); export the layer again.",
      "%1$s 的第 %2$s 条记录已损坏（%4$s），请重新导出该图层。"),

  // --- 报盘 TXT
  EXCHANGE_DAMAGED(ProblemCode.FILE_UNREADABLE, "F2",
      "Line %2$s of %1$s is longer than any line of an exchange text; export the file again.",
      "%s 第 %s 行过长，不是报盘文件的行，请重新导出。"),

  // --- KML
  XML_DOCTYPE(ProblemCode.FILE_UNREADABLE, "F1",
      "%s carries a document type declaration (DOCTYPE), which no survey needs; remove it and send the file again.",
      "%s 含有文档类型声明（DOCTYPE），测绘成果不需要此类声明，请删除后重新上传。"),
  KML_NOT_ONE(ProblemCode.FILE_UNREADABLE, "F2",
      "%s is XML, but its first element is %s instead of kml; save the layer as KML.",
      "%s 是 XML，但根元素为 %s 而不是 kml，请另存为 KML。"),
  KML_DAMAGED(ProblemCode.FILE_CUT, "F2",
      "%s can't be read as KML at line %s (placemark %s); save the layer again.",
      "%s 第 %s 行（第 %s 个地标）不符合 KML 格式，请重新保存该图层。"),

  // --- CSV
  CSV_NO_PLACE(ProblemCode.FILE_UNREADABLE, "F2",
      "%s has no columns of coordinates (x and y, or WKT); its columns are: %s. Name them in the first row.",
      "%s 中没有坐标列（X、Y 或 WKT），现有列为：%s。请在第一行写明列名。"),
  CSV_NO_PARCEL(ProblemCode.FILE_UNREADABLE, "F2",
      "%s lists points, but no column says which parcel each belongs to; its columns are: %s. Add the column 宗地代码.",
      "%s 为界址点表，但没有说明各点属于哪一宗地的列，现有列为：%s。请增加“宗地代码”列。"),
  CSV_DAMAGED(ProblemCode.FILE_CUT, "F2",
      "%s can't be read as a table from line %s on: %s; save it as CSV again.",
      "%s 第 %s 行起不能按表格读取：%4$s，请重新另存为 CSV。"),

  // --- DXF
  DXF_DWG(ProblemCode.FILE_KIND_UNKNOWN, "F2",
      "%s is a DWG drawing, which only CAD programs can read; save it as DXF.",
      "%s 是 DWG 图形，请在 CAD 中另存为 DXF。"),
  DXF_BINARY(ProblemCode.FILE_KIND_UNKNOWN, "F2",
      "%s is a binary DXF; save it as an ASCII DXF.",
      "%s 是二进制 DXF，请另存为 ASCII（文本）DXF。"),
  DXF_DAMAGED(ProblemCode.FILE_CUT, "F2",
      "%s can't be read as DXF at line %s; save the drawing again.",
      "%s 第 %s 行不符合 DXF 格式，请重新保存图形。"),
  DXF_CUT(ProblemCode.FILE_CUT, "F2",
      "%s ends before its end mark (EOF); save or copy the drawing again and send the whole file.",
      "%s 在结束标记（EOF）之前中断，请重新保存或复制后上传完整文件。"),
  DXF_TOO_LARGE(ProblemCode.TOO_LARGE, "F1",
      "%s holds more than %s vertices or labels; a drawing is read as a whole, so split it or send a GeoPackage.",
      "%s 中的顶点或文字超过 %s 个，图形须整体读取，请拆分后上传或改用 GeoPackage。"),
  DXF_NO_LAND(ProblemCode.GEOMETRY_KIND, "F5",
      "%s holds no closed polyline, only %s; close the boundary lines of the parcels and save the drawing again.",
      "%1$s 中没有闭合多段线，只有%3$s，请将宗地界线闭合后重新保存图形。"),

  // --- columns
  TOO_MANY_COLUMNS(ProblemCode.FILE_UNREADABLE, "F1",
      "%s has more than %s columns; export only those that are needed.",
      "%s 的列超过 %s 个，请只导出需要的列。"),
  COLUMN_MISSING(ProblemCode.INVALID_FIELD, "F2",
      "The mapping names the column %s, but the file has: %s.",
      "字段对应中的列 %s 不存在，文件中的列为：%s。"),
  NO_RECORDS(ProblemCode.FILE_PART_MISSING, "F2",
      "%s holds no records; export the layer with its parcels.",
      "%s 中没有记录，请导出包含图形的图层。"),

  // --- coordinate system (rule F3)
  CRS_NONE(ProblemCode.CRS_UNKNOWN, "F3",
      "%s has no .prj, and a coordinate system can't be guessed; send the .prj or give the system (crs), e.g."
          + " EPSG:4524.",
      "%s 没有 .prj，坐标系不能猜测，请上传 .prj 或填写坐标系（crs），例如 EPSG:4524。"),
  CRS_NOT_SAID(ProblemCode.CRS_UNKNOWN, "F3",
      "%s doesn't say its coordinate system, and it can't be guessed; give it (crs), e.g. EPSG:4524.",
      "%s 未注明坐标系，坐标系不能猜测，请填写坐标系（crs），例如 EPSG:4524。"),
  CRS_LINKED(ProblemCode.CRS_UNKNOWN, "F3",
      "%s names its coordinate system only by a link, which is never followed; give the system (crs), e.g. EPSG:4524.",
      "%s 仅以链接注明坐标系，系统不会打开链接，请填写坐标系（crs），例如 EPSG:4524。"),
  CRS_UNKNOWN(ProblemCode.CRS_UNKNOWN, "F3",
      "The coordinate system %s isn't one that is used here; use CGCS2000 in 3° or 6° zones, e.g. EPSG:4524.",
      "无法识别坐标系 %s，请使用 CGCS2000 的 3° 或 6° 分带，例如 EPSG:4524。"),
  CRS_CONFLICT(ProblemCode.CRS_CONFLICT, "F3",
      "The file says %s, the request says %s; correct one of them.",
      "文件中的坐标系为 %s，而填写的是 %s，请更正其中之一。"),
  CRS_COORDINATES(ProblemCode.CRS_CONFLICT, "F3",
      "The coordinates of record %s don't fit %s: %s.",
      "第 %1$s 条记录的坐标与 %2$s 不符：%4$s。"),
  CRS_NOT_RECOGNISED(ProblemCode.CRS_UNKNOWN, "F3", "%s", "%2$s"),
  CRS_DEGREES(ProblemCode.CRS_UNKNOWN, "F3",
      "The file is in degrees (%s), but a surveyed boundary is in metres; export it in its 3° zone, e.g. EPSG:4524.",
      "文件为经纬度坐标（%s），测绘界线须为以米为单位的平面坐标，请按 3° 分带导出，例如 EPSG:4524。"),
  CRS_DEGREES_DECLARED(ProblemCode.CRS_UNKNOWN, "F3",
      "%s is in degrees (%s), but a boundary on the register is in metres; send it in its 3° zone, or give that zone as"
          + " the system (crs), e.g. EPSG:4524, to have it projected there.",
      "%s 为经纬度坐标（%s），而登记的界线须为以米为单位的平面坐标，请按 3° 分带提供，或在坐标系（crs）中填写该分带（例如"
          + " EPSG:4524）由系统投影。"),
  CRS_BALLPARK(ProblemCode.CRS_NEEDS_PARAMETERS, "F3",
      "%s can't be carried into CGCS2000 without local parameters; ask the county survey office for a CGCS2000 file, or"
          + " accept the approximation (acceptBallpark) together with its accuracy, which is tens of metres or worse.",
      "%2$s没有本地转换参数不能转换到 CGCS2000，请向县测绘部门索取 CGCS2000 成果，或明确接受近似转换（acceptBallpark）"
          + "并填写其精度（数十米或更差）。"),
  CRS_BALLPARK_ACCURACY(ProblemCode.CRS_NEEDS_PARAMETERS, "F3",
      "The approximation from %s was accepted without its accuracy; give it in metres (accuracy).",
      "已接受%2$s的近似转换，但未填写精度，请以米为单位填写精度（accuracy）。"),
  CRS_TRANSFORMATION_UNFIT(ProblemCode.CRS_NEEDS_PARAMETERS, "F3",
      "Transformation %s (%s) is for %s, but the file is in %s; choose the parameters of the file's system.",
      "转换参数 %s（%s）适用于 %s，而文件坐标系为 %s，请选用相符的参数。"),
  CRS_TRANSFORMATION_RETIRED(ProblemCode.CRS_NEEDS_PARAMETERS, "F3",
      "Transformation %s (%s) was retired; choose the one in use.",
      "转换参数 %s（%s）已停用，请选用现行参数。"),
  CRS_ELSEWHERE(ProblemCode.CRS_CONFLICT, "F3",
      "Record %s lies %s km from the farm, so zone or coordinate system is likely wrong; check the .prj.",
      "第 %s 条记录距农场 %s 公里，分带或坐标系可能有误，请检查 .prj。");

  private final ProblemCode code;
  private final String rule;
  private final String en;
  private final String zh;

  FileFault(ProblemCode code, String rule, String en, String zh) {
    this.code = code;
    this.rule = rule;
    this.en = en;
    this.zh = zh;
  }

  /** The kind of problem that clients switch on. */
  public ProblemCode code() {
    return code;
  }

  /** The rule of rules.md that refuses. */
  public String rule() {
    return rule;
  }

  public FileProblem problem(Object... arguments) {
    return new FileProblem(this, new Bilingual(en, zh).formatted(arguments), null);
  }

  /** The same, naming the record; sentences that mention it take it among the arguments too. */
  public FileProblem inRecord(int record, Object... arguments) {
    return new FileProblem(this, new Bilingual(en, zh).formatted(arguments), record);
  }
}
