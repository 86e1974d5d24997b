package org.jieshi.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the program and its database hold, each minute after everything unreachable was freed. Something is flat if the line
 * of least squares through what was seen after the first third of the time rises by no more than a tenth of its middle, or
 * than what is too little to tell, till the end.
 */
public final class Vitals {

  private static final double RISE = 0.10;
  private static final double MEGABYTE = 1024 * 1024;

  /** @param little too small a rise to tell, in the unit. @param watched whether it is to be flat */
  private record Figure(String name, String unit, double little, boolean watched) {}

  private static final Figure HEAP = new Figure("heap after a full collection", "MB", 8, true);
  private static final Figure METASPACE = new Figure("metaspace", "MB", 4, true);
  private static final Figure DIRECT = new Figure("direct memory", "MB", 4, true);
  private static final Figure RESIDENT = new Figure("resident memory of the program", "MB", 64, true);
  private static final Figure THREADS = new Figure("threads", "", 5, true);
  private static final Figure FILES = new Figure("open files of the program", "", 20, true);
  private static final Figure DATABASE_FILES = new Figure("open files of PostgreSQL", "", 100, true);
  private static final Figure DATABASE_PROCESSES = new Figure("processes of PostgreSQL", "", 3, true);
  private static final Figure CONNECTIONS = new Figure("connections in the pool", "", 2, true);
  private static final Figure LENT = new Figure("of them in use", "", 3, true);
  private static final Figure TEMPORARY = new Figure("temporary files, Java's, uploads', PostgreSQL's", "", 3, true);
  private static final Figure TEMPORARY_BYTES = new Figure("their size", "MB", 2, true);
  private static final Figure REGISTER = new Figure("the register on disk (grows with the work)", "MB", 0, false);

  private final ServedProgram program;
  private final Visitor administrator;
  private final Map<Figure, List<Double>> seen = new LinkedHashMap<>();

  /** @param timings where its own questions are counted */
  public Vitals(ServedProgram program, Timings timings) {
    this.program = program;
    administrator = new Visitor(HttpClient.newHttpClient(), program.address(), timings, new Random(), Long.MAX_VALUE);
    administrator.signIn("administrator1");
  }

  /** Looks once. */
  public void look() throws Exception {
    program.collectGarbage();
    String metrics = administrator.text("/actuator/prometheus");
    add(HEAP, sum(metrics, "jvm_memory_used_bytes\\{area=\"heap\"[^}]*}") / MEGABYTE);
    add(METASPACE, sum(metrics, "jvm_memory_used_bytes\\{[^}]*id=\"Metaspace\"[^}]*}") / MEGABYTE);
    add(DIRECT, sum(metrics, "jvm_buffer_memory_used_bytes\\{[^}]*id=\"direct\"[^}]*}") / MEGABYTE);
    add(RESIDENT, resident());
    add(THREADS, sum(metrics, "jvm_threads_live_threads"));
    add(FILES, files(program.pid()));
    List<ProcessHandle> database = program.database();
    add(DATABASE_FILES, database.stream().mapToDouble(each -> files(each.pid())).sum());
    add(DATABASE_PROCESSES, database.size());
    add(CONNECTIONS, sum(metrics, "hikaricp_connections\\{[^}]*}"));
    add(LENT, sum(metrics, "hikaricp_connections_active\\{[^}]*}"));
    List<Path> temporary = new ArrayList<>();
    for (Path place : List.of(program.temporary(), program.data().resolve("tmp"),
        program.data().resolve("postgres/base/pgsql_tmp"))) {
      temporary.addAll(below(place));
    }
    add(TEMPORARY, temporary.size());
    add(TEMPORARY_BYTES, size(temporary));
    add(REGISTER, size(below(program.data().resolve("postgres"))));
    System.out.printf(Locale.ROOT, "minute %d: %s%n", seen.get(HEAP).size(), seen.entrySet().stream()
        .map(each -> "%s %.1f".formatted(each.getKey().name(), each.getValue().get(each.getValue().size() - 1))).toList());
  }

  /** Prints first, last and slope. @return whether everything that is to be flat is */
  public boolean report() {
    System.out.println("| | first | last | least | most | rise an hour | |\n|---|---|---|---|---|---|---|");
    boolean good = true;
    for (Map.Entry<Figure, List<Double>> each : seen.entrySet()) {
      Figure figure = each.getKey();
      List<Double> all = each.getValue();
      List<Double> settled = all.subList(all.size() / 3, all.size());
      double slope = slope(settled);
      double middle = settled.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      boolean flat = slope * (settled.size() - 1) <= Math.max(figure.little(), RISE * middle);
      good &= flat || !figure.watched();
      System.out.printf(Locale.ROOT, "| %s%s | %.1f | %.1f | %.1f | %.1f | %+.1f | %s |%n", figure.name(),
          figure.unit().isEmpty() ? "" : ", " + figure.unit(), all.get(0), all.get(all.size() - 1),
          all.stream().mapToDouble(Double::doubleValue).min().orElse(0),
          all.stream().mapToDouble(Double::doubleValue).max().orElse(0), 60 * slope,
          !figure.watched() ? "–" : flat ? "flat" : "**not flat**");
    }
    return good;
  }

  /** By minute, of the line of least squares. */
  private static double slope(List<Double> values) {
    double middle = (values.size() - 1) / 2.0;
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double with = 0;
    double of = 0;
    for (int i = 0; i < values.size(); i++) {
      with += (i - middle) * (values.get(i) - mean);
      of += (i - middle) * (i - middle);
    }
    return of == 0 ? 0 : with / of;
  }

  private void add(Figure figure, double value) {
    seen.computeIfAbsent(figure, key -> new ArrayList<>()).add(value);
  }

  private static double sum(String metrics, String name) {
    Matcher lines = Pattern.compile("^" + name + "\\s+(\\S+)$", Pattern.MULTILINE).matcher(metrics);
    double sum = 0;
    while (lines.find()) {
      sum += Math.max(0, Double.parseDouble(lines.group(1)));
    }
    return sum;
  }

  private double resident() throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(program.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:")).mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }

  private static double files(long pid) {
    try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      return open.count();
    } catch (IOException ended) {
      return 0;
    }
  }

  private static List<Path> below(Path directory) {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException | UncheckedIOException changing) {
      return List.of();
    }
  }

  private static double size(List<Path> files) {
    return files.stream().mapToDouble(file -> file.toFile().length()).sum() / MEGABYTE;
  }
}
