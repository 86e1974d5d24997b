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
      "%s holds several layers (%s); send one layer a zip, or name the one to read in layerName.",
      "%s 中有多个图层（%s），请每个压缩包只放一个图层，或在 layerName 中指明要读取的图层。"),
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

  // --- encoding (rule F4)
  ENCODING_NAME_UNKNOWN(ProblemCode.ENCODING_UNKNOWN, "F4",
      "The encoding %s isn't known; give UTF-8, GBK, GB18030 or Big5.",
      "无法识别编码 %s，请填写 UTF-8、GBK、GB18030 或 Big5。"),
  ENCODING_UNFIT(ProblemCode.ENCODING_UNKNOWN, "F4",
      "The text of %s can't be read as %s (row %s, column %s); give the right encoding or leave it empty.",
      "%s 中的文字不能按 %s 读取（第 %s 行 %s 列），请填写正确的编码或留空。"),
  ENCODING_UNKNOWN(ProblemCode.ENCODING_UNKNOWN, "F4",
      "The text of %s is neither UTF-8 nor GB18030 (row %s, column %s); give its encoding.",
      "%s 中的文字既不是 UTF-8 也不是 GB18030（第 %s 行 %s 列），请填写编码。"),

  // --- columns
  COLUMN_MISSING(ProblemCode.INVALID_FIELD, "F2",
      "The mapping names the column %s, but the file has: %s.",
      "字段对应中的列 %s 不存在，文件中的列为：%s。"),
  NO_RECORDS(ProblemCode.FILE_PART_MISSING, "F2",
      "%s holds no records; export the layer with its parcels.",
      "%s 中没有记录，请导出包含图形的图层。"),

  // --- coordinate system (rule F3)
  CRS_NONE(ProblemCode.CRS_UNKNOWN, "F3",
      "%s has no .prj, and a coordinate system can't be guessed; send the .prj or give crs, e.g. EPSG:4524.",
      "%s 没有 .prj，坐标系不能猜测，请上传 .prj 或填写 crs，例如 EPSG:4524。"),
  CRS_NOT_SAID(ProblemCode.CRS_UNKNOWN, "F3",
      "%s doesn't say its coordinate system, and it can't be guessed; give crs, e.g. EPSG:4524.",
      "%s 未注明坐标系，坐标系不能猜测，请填写 crs，例如 EPSG:4524。"),
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
      "%s is in degrees (%s), but a boundary on the register is in metres; send it in its 3° zone, or give that zone in"
          + " crs, e.g. EPSG:4524, to have it projected there.",
      "%s 为经纬度坐标（%s），而登记的界线须为以米为单位的平面坐标，请按 3° 分带提供，或在 crs 中填写该分带（例如"
          + " EPSG:4524）由系统投影。"),
  CRS_BALLPARK(ProblemCode.CRS_NEEDS_PARAMETERS, "F3",
      "%s can't be carried into CGCS2000 without local parameters; ask the county survey office for a CGCS2000 file, or"
          + " accept the approximation (acceptBallpark) together with its accuracy, which is tens of metres or worse.",
      "%2$s没有本地转换参数不能转换到 CGCS2000，请向县测绘部门索取 CGCS2000 成果，或明确接受近似转换（acceptBallpark）"
          + "并填写其精度（数十米或更差）。"),
  CRS_BALLPARK_ACCURACY(ProblemCode.CRS_NEEDS_PARAMETERS, "F3",
      "The approximation from %s was accepted without its accuracy; give accuracy in metres.",
      "已接受%2$s的近似转换，但未填写精度，请以米为单位填写 accuracy。"),
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
