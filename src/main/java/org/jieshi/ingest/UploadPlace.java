package org.jieshi.ingest;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where uploads lie while they come in: in the data directory, beside the database that they go into, not in a directory
 * of the machine that others read. What a killed server left there is gone when the next one starts.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(MultipartProperties.class)
class UploadPlace {

  static final String FOLDER = "uploads";

  @Bean
  MultipartConfigElement multipartConfig(MultipartProperties properties, @Value("${jieshi.data}") Path data)
      throws IOException {
    Path place = Files.createDirectories(data.toAbsolutePath().resolve("tmp").resolve(FOLDER));
    clear(place);
    properties.setLocation(place.toString());
    return properties.createMultipartConfig();
  }

  /** While nobody uploads. */
  static void clear(Path place) throws IOException {
    List<Path> left;
    try (Stream<Path> found = Files.list(place)) {
      left = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
  }
}
