/** Ten templates as authors write them, each of which gives the body much to do. */
export const TEMPLATES: readonly string[] = [
  // The whole request, as the Serverless Framework passes it.
  `#define( $loop )
  {
  #foreach($key in $map.keySet())
    #set( $k = $util.escapeJavaScript($key) )
    #set( $v = $util.escapeJavaScript($map.get($key)).replaceAll("\\\\'", "'") )
    "$k": "$v"
    #if( $foreach.hasNext ) , #end
  #end
  }
  #end
  {
    "body": $input.json("$"),
    "method": "$context.httpMethod",
    "principalId": "$context.authorizer.principalId",
    #set( $map = $input.params().header )
    "headers": $loop,
    #set( $map = $input.params().querystring )
    "query": $loop,
    #set( $map = $stageVariables )
    "stageVariables": $loop
  }`,
  // A form as JSON.
  `#set($pairs = $input.body.split("&"))
  {#foreach($pair in $pairs)#set($parts = $pair.split("="))
  #if($parts.size() == 2)"$util.escapeJavaScript($util.urlDecode($parts[0]))": "$util.escapeJavaScript($util.urlDecode($parts[1]))"#if($foreach.hasNext),#end#end
  #end}`,
  // A list, item by item.
  `#set($root = $input.path('$'))
  {"items": [#foreach($item in $root.list)
    {"id": "$item.id", "index": $foreach.index, "name": "$util.escapeJavaScript($item.name)",
     "tags": [#foreach($tag in $item.tags)"$tag"#if($foreach.hasNext),#end#end]}#if($foreach.hasNext),#end
  #end], "count": $root.list.size()}`,
  // JSONPath of every kind.
  `{"a": $input.json('$.a'), "b": $input.json('$..b'), "c": $input.json('$.list[?(@.a > 1 && @.b)]'), "d": $input.json('$.list[-1:]'),
  "e": $input.json('$[*].a'), "f": $input.json("$['a','b']"), "g": $input.json('$..*'), "h": $input.json('$.list[?(@.text =~ /.*x.*/i)].n')}`,
  // The body changes itself.
  `#set($body = $input.path('$'))#set($done = $body.put('added', $body.list))#if($body.n == 1000)#set($done = $body.put('self', $body))#end#set($done = $body.add($body.size()))
  #set($body.a = $body.b)#set($body[0] = 'first')#set($done = $body.putAll($body.map))#set($done = $body.remove('k'))$input.json('$') $body`,
  // Keys and patterns come from the body.
  `#set($b = $input.path('$'))$b.get($b.a) $b[$b.n] $b.text.matches($b.a) $b.text.replaceAll($b.a, $b.b) $b.a.split($b.text)
  $input.path($b.path) $input.json($b.text) #evaluate($b.a)`,
  // Numbers.
  `#set($n = $input.path('$.n'))#set($m = $input.path('$.a'))#set($s = $n + $m)#set($d = $n / $m)#set($p = $n * $n * $n)#set($r = $n % $m)
  {"sum": "$s", "quotient": "$d", "product": "$p", "rest": "$r"} #if($n > $m)more#elseif($n == $m)same#else less#end
  #foreach($i in [0..$n])$i#end $n.intValue() $n.toString().length()`,
  // Strings.
  `#set($t = "$!input.path('$.text')")$t.toUpperCase().substring(0, $t.length()) $t.indexOf('x') $t.trim() $t.hashCode() $t.contains("$input.path('$.a')")
  $util.base64Decode($util.base64Encode($t)) $util.urlDecode($util.urlEncode($t)) #set($e = $util.escapeJavaScript($t).replaceAll("\\\\'", "'"))$util.parseJson("{""a"": ""$e""}").a`,
  // Overrides.
  `#set($b = $input.path('$'))#foreach($k in $b.map.keySet())#set($context.requestOverride.header[$k] = $b.map.get($k))#end
  #set($context.responseOverride.status = $b.n)#set($context.requestOverride.querystring.a = $b.list)#set($context.requestOverride.path = $b)
  $context.requestOverride.header $context.identity.sourceIp $context.toString() $context.get($b.a)`,
  // A macro that walks down.
  `#macro(walk $value $depth)#if($depth < 9)#if($value.keySet())#foreach($k in $value.keySet())$k:#set($next = $depth + 1)#walk($value.get($k) $next);#end#else$value#end#end#end
  #set($start = 0)#walk($input.path('$') $start)`,
];
