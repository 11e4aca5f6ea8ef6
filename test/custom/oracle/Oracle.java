import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.app.event.InvalidReferenceEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.exception.*;
import com.jayway.jsonpath.*;
import com.jayway.jsonpath.spi.json.*;
import net.minidev.json.*;

public class Oracle {
  static final JsonProvider JSON = new JsonSmartJsonProvider();
  static final Configuration CONF = Configuration.builder().jsonProvider(JSON).build();

  public static class Lenient implements InvalidReferenceEventHandler {
    public Object invalidGetMethod(Context c, String r, Object o, String p, Info i) { return ""; }
    public boolean invalidSetMethod(Context c, String l, String r, Info i) { return false; }
    public Object invalidMethod(Context c, String r, Object o, String m, Info i) { return ""; }
  }
  public static class Quiet extends LinkedHashMap<String, Object> { public String toString() { return ""; } }
  public static class Input {
    private final String body; private final Map<String, Map<String, Object>> params;
    public Input(String body, Map<String, Map<String, Object>> params) { this.body = body; this.params = params; }
    public String getBody() { return body.isEmpty() ? "{}" : body; }
    private boolean parsed; private Object document; private Object root() { if (!parsed) { parsed = true; try { document = JSON.parse(getBody()); } catch (InvalidJsonException e) { document = body; } catch (NumberFormatException e) { document = body; } } return document; }
    static final Object MISSING = new Object();
    private Object read(String p) {
      Object root = root();
      JsonPath jp = JsonPath.compile(p);
      if (root == null) return jp.getPath().equals("$") ? null : MISSING;
      try { return jp.read(root, CONF); } catch (InvalidPathException e) { return MISSING; }
    }
    public Object path(String p) { Object o = read(p); return o == MISSING ? null : o; }
    public String json(String p) { Object o = read(p); return o == MISSING ? "\"\"" : JSONValue.toJSONString(o); }
    public Map<String, Map<String, Object>> params() { return params; }
    public String params(String n) {
      for (String part : new String[] { "path", "querystring", "header" }) { Object v = params.get(part).get(n); if (v != null) return v.toString(); }
      return "";
    }
  }
  public static class Util {
    public String escapeJavaScript(Object o) { String s = String.valueOf(o); return org.apache.commons.lang.StringEscapeUtils.escapeJavaScript(s); }
    public Object parseJson(Object o) { String s = String.valueOf(o); return JSON.parse(s); }
    public String urlEncode(Object o) throws Exception { String s = String.valueOf(o); return java.net.URLEncoder.encode(s, "UTF-8"); }
    public String urlDecode(Object o) throws Exception { String s = String.valueOf(o); return java.net.URLDecoder.decode(s, "UTF-8"); }
    public String base64Encode(Object o) { String s = String.valueOf(o); return Base64.getEncoder().encodeToString(s.getBytes(StandardCharsets.UTF_8)); }
    public String base64Decode(Object o) { String s = String.valueOf(o).replace("-", "+").replace("_", "/").replaceAll("=[\\s\\S]*$", "").replaceAll("[^A-Za-z0-9+/]", ""); if (s.length() % 4 == 1) s = s.substring(0, s.length() - 1); return new String(Base64.getDecoder().decode(s), StandardCharsets.UTF_8); }
  }
  static RuntimeInstance fresh() throws Exception {
    RuntimeInstance ri = new RuntimeInstance();
    ri.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    ri.setProperty("eventhandler.invalidreferences.class", Lenient.class.getName());
    ri.setProperty("directive.foreach.maxloops", "1000");
    ri.setProperty("velocimacro.library", "");
    ri.setProperty("parser.pool.size", "1");
    ri.init();
    return ri;
  }
  static Object field(Object o, String name) throws Exception {
    java.lang.reflect.Field f = o.getClass().getDeclaredField(name);
    f.setAccessible(true);
    return f.get(o);
  }

  /** Forgets the macros of the template before. A new instance each time takes fifty times as long. */
  static RuntimeInstance forget(RuntimeInstance ri) throws Exception {
    ((Map) field(field(field(ri, "vmFactory"), "vmManager"), "globalNamespace")).clear();
    ((org.apache.velocity.runtime.ParserPool) field(ri, "parserPool")).initialize(ri);
    return ri;
  }

  static Object quiet(Object o) {
    if (!(o instanceof Map)) return o;
    Quiet q = new Quiet();
    for (Map.Entry<String, Object> e : ((Map<String, Object>) o).entrySet()) q.put(e.getKey(), quiet(e.getValue()));
    return q;
  }
  static Map<String, Object> map(Object o) { return o == null ? new LinkedHashMap<String, Object>() : (Map<String, Object>) o; }
  public static void main(String[] a) throws Exception {
    RuntimeInstance velocity = fresh();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 20);
    PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, "UTF-8");
    for (String line; (line = in.readLine()) != null;) {
      Map<String, Object> q = (Map<String, Object>) JSON.parse(line);
      Map<String, Object> r = new LinkedHashMap<String, Object>();
      try {
        if (q.containsKey("path")) {
          Input i = new Input((String) q.get("body"), null);
          Object o = i.read((String) q.get("path"));
          if (o == Input.MISSING) r.put("missing", true); else { r.put("json", JSONValue.toJSONString(o)); r.put("text", String.valueOf(o)); }
        } else if (q.containsKey("regex")) {
          r.put("text", regex(q));
        } else {
          Map<String, Map<String, Object>> params = new LinkedHashMap<String, Map<String, Object>>();
          Map<String, Object> given = map(q.get("params"));
          for (String p : new String[] { "path", "querystring", "header" }) params.put(p, map(given.get(p)));
          VelocityContext c = new VelocityContext();
          c.put("input", new Input((String) q.get("body"), params));
          c.put("util", new Util());
          c.put("context", quiet(map(q.get("context"))));
          c.put("stageVariables", map(q.get("stageVariables")));
          StringWriter w = new StringWriter();
          forget(velocity).evaluate(c, w, "template", new StringReader((String) q.get("template")));
          r.put("text", w.toString());
        }
      } catch (Throwable t) {
        StringBuilder chain = new StringBuilder();
        for (Throwable x = t; x != null; x = x.getCause()) chain.append(x.getClass().getSimpleName()).append(": ").append(x.getMessage()).append(" | ");
        r.put("error", chain.toString());
      }
      out.println(JSONObject.toJSONString(r, JSONStyle.LT_COMPRESS));
      out.flush();
    }
  }
  static String regex(Map<String, Object> q) {
    String s = (String) q.get("text"), p = (String) q.get("regex");
    java.util.regex.Matcher m = java.util.regex.Pattern.compile(p).matcher(s);
    StringBuilder b = new StringBuilder();
    b.append(m.matches() ? "M" : "-");
    m.reset();
    while (m.find()) { b.append(";").append(m.start()).append("-").append(m.end()); for (int g = 1; g <= m.groupCount(); g++) b.append(",").append(m.start(g)).append("-").append(m.end(g)); }
    return b.toString();
  }
}
