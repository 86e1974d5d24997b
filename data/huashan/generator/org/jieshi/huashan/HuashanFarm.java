package org.jieshi.huashan;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes the synthetic state farm Huashan as shapefiles. Nothing here is real land; the figures are those of the case
 * and hold to 0.01 m². Everything follows from fixed seeds: two runs write the same bytes.
 */
public final class HuashanFarm {

  /** Easting of the local origin in EPSG:4524, metres, with the zone prefix 36. */
  static final int EAST = 36_627_000;
  /** Northing of the local origin in EPSG:4524, metres. */
  static final int NORTH = 2_475_600;

  private static final String HOLDER = "广西国有华山农场";

  private final Path directory;
  private final List<Story.Step> steps = new ArrayList<>();
  private final Landscape landscape = new Landscape();
  private final Cadastre cadastre = new Cadastre(landscape, new FarmPlan(landscape));

  private HuashanFarm(Path directory) {
    this.directory = directory;
  }

  /** @param args the directory to write to */
  public static void main(String[] args) throws IOException {
    new HuashanFarm(Path.of(args[0])).write();
  }

  private void write() throws IOException {
    Files.createDirectories(directory);
    writeDistricts();
    writeSubFarms();
    Neighbours neighbours = new Neighbours(cadastre);
    int last = neighbours.ordinaryPlotByTheBorder();
    Books books = new Books(landscape.terrain(), cadastre.plots(), last);
    for (Batch batch : Batch.values()) {
      writeParcels(batch, books.parcels(batch));
    }
    save("30-certificate-1987", Evidence.certificate1987(cadastre), LocalDate.of(2010, 3, 1), "evidence",
        Evidence.ACCURACY_1987, "1987 forest-right certificate of the farm, digitised from a 1:10 000 sketch");
    save("40-claims-villages", new Claims(cadastre, neighbours, last).layer(), LocalDate.of(2012, 5, 8), "claims",
        Claims.ACCURACY, "land claimed by village groups, walked with a hand receiver");
    Encroachments encroachments = new Encroachments(cadastre, books.parcels().stream()
        .filter(parcel -> parcel.land().kind() == Plot.Kind.CERTIFIED && parcel.batch() != Batch.LAST).toList());
    save("50-encroachments-2013", encroachments.of2013(), LocalDate.of(2013, 7, 15), "claims",
        Encroachments.ACCURACY, "the three incidents of April, May and July 2013");
    save("51-encroachments-earlier", encroachments.earlier(), LocalDate.of(2012, 12, 10), "claims",
        Encroachments.ACCURACY, "encroached land accumulated before 2013");
    save("60-forest-certificates", Evidence.forestCertificates(cadastre, neighbours, last), LocalDate.of(2009, 9, 30),
        "evidence", Evidence.ACCURACY_FOREST, "live forest-right certificates of villages");
    Files.writeString(directory.resolve("story.json"), Story.json(steps));
  }

  private void writeDistricts() throws IOException {
    List<Layer.Column> columns = List.of(Layer.Column.text("XZQDM", 12), Layer.Column.text("XZQMC", 60));
    List<Layer.Feature> towns = new ArrayList<>();
    for (Village.Town town : Village.Town.values()) {
      towns.add(Layer.Feature.of(cadastre.towns().get(town.ordinal()), town.code, town.chinese));
    }
    save("01-towns", new Layer(columns, towns), LocalDate.of(2009, 12, 31), "towns", "5.0", "four towns");
    List<Layer.Feature> villages = new ArrayList<>();
    List<Geometry> shapes = cadastre.villages();
    for (int i = 0; i < shapes.size(); i++) {
      Village village = Village.ALL.get(i);
      villages.add(Layer.Feature.of(shapes.get(i), village.code(), village.name() + "村民委员会"));
    }
    save("02-villages", new Layer(columns, villages), LocalDate.of(2009, 12, 31), "villages", "5.0",
        "nineteen village committees");
  }

  private void writeSubFarms() throws IOException {
    List<Layer.Feature> features = new ArrayList<>();
    for (Geometry shape : cadastre.subFarms()) {
      int number = features.size();
      features.add(Layer.Feature.of(shape, "0" + (number + 1), Books.subFarm(number), HOLDER, Areas.of(shape)));
    }
    save("03-subfarms", new Layer(List.of(Layer.Column.text("FCDM", 2), Layer.Column.text("FCMC", 40),
        Layer.Column.text("QLRMC", 60), Layer.Column.number("MJ", 15, 2)), features), LocalDate.of(2011, 1, 10),
        "subFarms", "0.1", "all land due to the farm, 2129.0000 hm²");
  }

  private void writeParcels(Batch batch, List<Parcel> parcels) throws IOException {
    List<Layer.Column> columns = List.of(
        Layer.Column.text("ZDDM", 19), Layer.Column.text("ZL", 100), Layer.Column.number("ZDMJ", 15, 2),
        Layer.Column.text("MJDW", 2), Layer.Column.text("YT", 4), Layer.Column.text("YTMC", 20),
        Layer.Column.text("DJ", 10), Layer.Column.text("QLRMC", 60), Layer.Column.text("QLXZ", 10),
        Layer.Column.text("TFH", 12), Layer.Column.text("FC", 2), Layer.Column.text("XZ", 9),
        Layer.Column.text("CW", 12), Layer.Column.text("CLDW", 60), Layer.Column.date("CLRQ"),
        Layer.Column.text(batch == Batch.FOURTH ? "备注" : "BZ", 40));
    List<Layer.Feature> features = new ArrayList<>();
    for (Parcel parcel : parcels) {
      Village village = Village.ALL.get(parcel.land().village());
      BigDecimal area = Areas.of(parcel.land().shape());
      features.add(Layer.Feature.of(parcel.land().shape(), parcel.code(), parcel.location(), area, "1",
          parcel.use().code, parcel.use().chinese, "三级", HOLDER, "划拨", parcel.sheet(),
          "0" + (parcel.land().subFarm() + 1), village.town().code, village.code(), batch.crew, batch.date,
          batch == Batch.PENDING ? "未发证" : ""));
    }
    String note = batch.crew + (batch == Batch.PENDING ? ", surveyed, not certified" : ", certified in 2012");
    steps.add(new Story.Step(batch.file, "parcels", batch.accuracy, batch.date, features.size(), note));
    Files.write(directory.resolve(batch.file + ".zip"),
        Archive.pack(new Layer(columns, features), entryName(batch), batch.style, batch.date));
  }

  private static String entryName(Batch batch) {
    return switch (batch.style) {
      case GBK_FOLDER -> "三分场宗地";
      case CHINESE_NAMES -> "五分场宗地成果";
      default -> "ZD_" + batch.file.substring(0, 2);
    };
  }

  private void save(String file, Layer layer, LocalDate date, String kind, String accuracy, String note)
      throws IOException {
    steps.add(new Story.Step(file, kind, accuracy, date, layer.features().size(), note));
    String base = file.substring(3).replace('-', '_');
    Files.write(directory.resolve(file + ".zip"), Archive.pack(layer, base, Archive.Style.PLAIN, date));
  }
}
