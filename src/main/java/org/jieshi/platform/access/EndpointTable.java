package org.jieshi.platform.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every address of the program with who may ask it, read from {@code access/endpoints.txt}. Paths are matched by the same
 * parser and in the same order as Spring MVC finds its handlers, so that what is decided here is what will run.
 */
@Component
public class EndpointTable {

  static final String FILE = "access/endpoints.txt";
  private static final int COLUMNS = 4;

  private final List<Endpoint> endpoints;

  public EndpointTable() throws IOException {
    this(new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8));
  }

  EndpointTable(String text) {
    PathPatternParser parser = new PathPatternParser();
    List<Endpoint> read = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String line : text.lines().map(String::strip).filter(each -> !each.isEmpty() && !each.startsWith("#"))
        .toList()) {
      String[] columns = line.split("\\s+");
      if (columns.length != COLUMNS) {
        throw new IllegalStateException("%s: not METHOD PATH WHO OBJECT: %s".formatted(FILE, line));
      }
      Endpoint endpoint = new Endpoint(columns[0].equals("ANY") ? null : columns[0], parser.parse(columns[1]),
          columns[2], columns[3]);
      if (!seen.add(endpoint.toString())) {
        throw new IllegalStateException("%s: twice: %s".formatted(FILE, endpoint));
      }
      read.add(endpoint);
    }
    read.sort(Comparator.comparing(Endpoint::path, PathPattern.SPECIFICITY_COMPARATOR));
    endpoints = List.copyOf(read);
  }

  public List<Endpoint> all() {
    return endpoints;
  }

  /** The line that a request falls under; empty for what is not listed, which is refused. */
  public Optional<Endpoint> find(String method, PathContainer path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    return endpoints.stream().filter(endpoint -> endpoint.answers(asked) && endpoint.matches(path)).findFirst();
  }

  /** The methods that an address answers; empty where there is nothing. */
  public Set<String> methods(PathContainer path) {
    Set<String> methods = new TreeSet<>();
    endpoints.stream().filter(endpoint -> endpoint.matches(path))
        .forEach(endpoint -> methods.add(endpoint.method() == null ? "ANY" : endpoint.method()));
    return methods;
  }
}
