package org.jieshi.platform.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A small OpenID Connect service: description, keys, code flow with PKCE, tokens signed with RS256. Everybody is let in. */
final class SignInService implements AutoCloseable {

  static final String CLIENT = "jieshi";
  static final String SECRET = "s3cret of the client";

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey anotherKey;
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
  private UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
  private boolean signedByAnother;
  private boolean unsigned;

  SignInService() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("1").generate();
    anotherKey = new RSAKeyGenerator(2048).keyID("1").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, Map.of("issuer", issuer(),
        "authorization_endpoint", issuer() + "/authorize", "token_endpoint", issuer() + "/token",
        "jwks_uri", issuer() + "/keys", "response_types_supported", List.of("code"),
        "subject_types_supported", List.of("public"), "id_token_signing_alg_values_supported", List.of("RS256"))));
    server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What the next tokens say otherwise. */
  void says(UnaryOperator<JWTClaimsSet.Builder> otherwise) {
    claims = otherwise;
    signedByAnother = false;
    unsigned = false;
  }

  void signsWithAnotherKey() {
    says(UnaryOperator.identity());
    signedByAnother = true;
  }

  void doesNotSign() {
    says(UnaryOperator.identity());
    unsigned = true;
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> request = parameters(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    asked.put(code, request);
    exchange.getResponseHeaders().set("Location", "%s?code=%s&state=%s".formatted(request.get("redirect_uri"), code,
        request.get("state")));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> request = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> before = asked.remove(String.valueOf(request.get("code")));
    String basic = Base64.getEncoder().encodeToString((encoded(CLIENT) + ":" + encoded(SECRET))
        .getBytes(StandardCharsets.UTF_8));
    boolean right = before != null && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
        && "S256".equals(before.get("code_challenge_method"))
        && before.get("code_challenge").equals(Hashes.sha256(String.valueOf(request.get("code_verifier"))))
        && before.get("redirect_uri").equals(request.get("redirect_uri")) && CLIENT.equals(before.get("client_id"));
    if (!right) {
      answer(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    answer(exchange, 200, Map.of("access_token", "for-nothing", "token_type", "Bearer", "expires_in", 60,
        "id_token", idToken(before)));
  }

  private String idToken(Map<String, String> request) throws IOException {
    Instant now = Instant.now();
    JWTClaimsSet content = claims.apply(new JWTClaimsSet.Builder().issuer(issuer()).subject("subject-1").audience(CLIENT)
        .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(60))).claim("nonce", request.get("nonce"))
        .claim("email", "Wei@land.example").claim("email_verified", true)).build();
    try {
      if (unsigned) {
        return new PlainJWT(content).serialize();
      }
      SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(), content);
      token.sign(new RSASSASigner(signedByAnother ? anotherKey : key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, Map<String, Object> json) throws IOException {
    byte[] body = new JsonMapper().writeValueAsBytes(json);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&")).map(each -> each.split("=", 2)).collect(Collectors.toMap(each -> each[0],
        each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8), (a, b) -> b, HashMap::new));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
