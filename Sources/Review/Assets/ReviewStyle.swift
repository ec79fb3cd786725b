/// What the review page adds to Kontor's style: forms, keys and charts.
///
/// Lengths stand in SVG attributes, never in `style`: the policy allows none there.
enum ReviewStyle {
  static let css = [frame, questions, charts, contacts, narrow, print].joined(separator: "\n")

  /// Two that overlap.
  static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\
    <rect width="32" height="32" rx="7" fill="#0d5c75"/>\
    <circle cx="12.5" cy="16" r="7" fill="#fff"/>\
    <circle cx="19.5" cy="16" r="7" fill="#ffe49a" fill-opacity=".85"/></svg>
    """

  private static let frame = """
    html{scroll-behavior:auto}html:has(.answers){scroll-padding-bottom:130px}
    [tabindex="-1"]:focus{outline:none}h1,h2,.lead{overflow-wrap:anywhere}
    ::placeholder{color:var(--soft);opacity:1}thead td{border-bottom:1px solid var(--strong)}
    body>header{padding:0;position:relative}.top{display:flex;flex-wrap:wrap;align-items:center;
    gap:0 28px;padding-top:6px}.top .eyebrow{margin:0}.eyebrow a{color:inherit;
    text-decoration:none}.top nav{flex:1 1 auto}.top nav ul{margin:0;gap:0 20px}
    .top nav a{padding:14px 0 12px}nav a[aria-current]{border-color:var(--accent);
    color:var(--ink);font-weight:600}.find{display:flex;gap:6px;flex:0 1 300px}
    input,select,textarea,button{font:inherit;color:inherit}
    input[type=search],input[type=text],input[type=number],select{background:var(--paper);
    border:1px solid var(--field);border-radius:6px;padding:7px 10px;min-width:0;width:100%}
    button,.button{background:var(--sheet);border:1px solid var(--field);border-radius:6px;
    padding:7px 14px;cursor:pointer;display:inline-block;text-decoration:none;color:var(--ink);
    line-height:1.4}
    button:hover,.button:hover{border-color:var(--accent);background:var(--tint)}
    button:disabled{opacity:.6;cursor:default}
    .main{background:var(--accent);border-color:var(--accent);color:var(--on-accent);
    font-weight:600}.main:hover{background:var(--accent-strong);border-color:var(--accent-strong);
    color:var(--on-accent)}
    :root{--on-accent:#fff;--accent-strong:#083f51;--field:#8a8f94}
    @media (prefers-color-scheme:dark){:root{--on-accent:#0d1a1f;--accent-strong:#a8dcec;
    --field:#75808a}}
    kbd{font:600 .78rem/1 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
    border:1px solid currentColor;border-radius:4px;padding:2px 5px;
    white-space:nowrap}
    main.wide{padding-bottom:56px}main section h2+.scroll{margin-top:12px}
    main .scroll+h2,section>p+h2,section>.block+h2{margin-top:22px}
    main:focus{outline:none}main>section:first-of-type,main>article{padding-top:28px}
    .slip{border-left:4px solid var(--accent);background:var(--tint);padding:2px 16px;
    margin:16px 0 0}.slip p{margin:6px 0;max-width:none}
    .meterline{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;margin:6px 0 0;
    max-width:none}progress{appearance:none;height:10px;width:220px;border:0;border-radius:5px;
    overflow:hidden;background:var(--line)}progress::-webkit-progress-bar{background:var(--line)}
    progress::-webkit-progress-value{background:var(--for)}
    progress::-moz-progress-bar{background:var(--for)}
    .plain{border:0;margin:0;padding:0;min-width:0}.plain legend{padding:0;font-weight:600;
    margin-bottom:6px}.weight{flex:0 1 14rem}.row .why{flex:1 1 240px;max-width:460px}
    .row{display:flex;flex-wrap:wrap;gap:10px;align-items:center;margin:16px 0}
    .list td,.list th{vertical-align:middle}.list a{overflow-wrap:anywhere}
    .pager{display:flex;gap:14px;margin-top:16px}.tag{border:1px solid var(--strong);
    border-radius:10px;font-size:.8rem;padding:1px 8px;white-space:nowrap}
    """

  private static let questions = """
    .question h1{font-size:1.7rem}.question .lead{margin:.3rem 0 0;max-width:none}
    .question .view{margin:.2rem 0 0;max-width:none;color:var(--soft)}
    .block{background:var(--sheet);border:1px solid var(--line);border-radius:8px;
    padding:14px 18px 10px;margin:16px 0}.block>h2{font-size:1.05rem;margin-bottom:4px}
    .answers{position:sticky;bottom:0;z-index:2;background:var(--sheet);
    border:1px solid var(--strong);border-radius:8px;padding:10px 14px;margin:18px 0 0;
    box-shadow:0 -6px 18px -10px #0006;display:grid;gap:8px}
    .answers fieldset{border:0;margin:0;padding:0;min-width:0;display:flex;flex-wrap:wrap;gap:8px;
    align-items:center;position:relative}.answers .gap{flex:1 1 8px}
    .answers legend{float:left;padding:0;font-weight:600;margin-right:6px}
    .answers .why{flex:1 1 220px;max-width:420px}
    .pick{display:flex;width:max-content;min-height:24px;align-items:center;gap:5px;margin-top:2px;
    cursor:pointer;
    color:var(--soft);font-size:.8rem;padding:1px 7px 1px 4px;border:1px solid var(--line);
    border-radius:10px}.pick:hover{border-color:var(--accent)}.pick input{margin:0;width:14px;
    height:14px;accent-color:var(--accent)}.pick:has(:checked){background:var(--chosen);
    border-color:var(--chosen-line);color:var(--ink)}
    .fallbar,.bars{display:block;width:100%;overflow:visible}.fallbar{height:14px}
    .fallbar .p,.fill-for{fill:var(--for)}.fallbar .s,.fill-soft{fill:var(--soft)}
    .fallbar .n{stroke:var(--against);stroke-width:10;stroke-dasharray:3 2;
    vector-effect:non-scaling-stroke}.fallbar .zero{stroke:var(--strong);stroke-width:1;
    vector-effect:non-scaling-stroke}.fall td.bar,.fall th,.fall td.w{vertical-align:middle}
    .share{display:grid;grid-template-columns:minmax(180px,260px) 1fr;gap:8px 28px;
    align-items:center}.share svg{width:100%;height:auto;max-height:240px}
    .share ul{margin:0;padding-left:1.1em}.edge{stroke:var(--strong);stroke-width:1.5}
    .node{fill:var(--sheet);stroke:var(--accent);stroke-width:1.5}
    .share text{fill:var(--ink);font:600 13px system-ui,"Segoe UI",Roboto,Arial,
    "Liberation Sans",sans-serif;text-anchor:middle;dominant-baseline:central}
    .share .count{font-size:10.5px;font-weight:500}.share .under{fill:var(--sheet)}
    .compare{display:grid;grid-template-columns:1fr 1fr;gap:0 24px}
    """

  private static let charts = """
    .chart{margin:8px 0 0}.chart svg{display:block;width:100%;height:auto}
    .chart text{fill:var(--soft);font:11px system-ui,"Segoe UI",Roboto,Arial,"Liberation Sans",
    sans-serif}.chart .axis{stroke:var(--strong);stroke-width:1}.chart .mark-line{
    stroke:var(--mark-line);stroke-width:1.5;stroke-dasharray:4 3}

    .chart polyline{fill:none;stroke:var(--for);stroke-width:2}.chart circle{fill:var(--for)}
    .chart figcaption,figcaption{color:var(--soft);font-size:.86rem;margin-bottom:6px}
    figure{margin:8px 0 0}.chart svg{max-width:700px}.o1{background:color-mix(in srgb,var(--for) 12%,transparent)}
    .o2{background:color-mix(in srgb,var(--for) 24%,transparent)}
    .o3{background:color-mix(in srgb,var(--for) 38%,transparent)}
    .matrix td{text-align:right}.matrix td,.matrix th{padding:5px 10px}
    .matrix th:first-child{padding-left:0}.matrix .self{color:var(--soft)}
    .fillbar{display:block;width:100%;min-width:70px;height:12px}.fillbar .track{fill:var(--line)}
    .fillbar .before{fill:var(--ink)}.matrix{font-size:.84rem}.meterline+.tiles{margin-top:14px}
    """

  private static let contacts = """
    .values td{overflow-wrap:anywhere}.values .lost{color:var(--soft);font-size:.86rem;
    display:block;margin-top:4px}.values .lost form{display:inline;margin-left:8px}.origin{color:var(--soft);
    font-size:.86rem;display:block}.stack>*+*{margin-top:6px}
    .timeline{list-style:none;margin:0;padding:0;border-left:2px solid var(--line)}
    .timeline li{padding:0 0 16px 18px;position:relative}.timeline li::before{content:"";
    position:absolute;left:-6px;top:.5em;width:10px;height:10px;border-radius:5px;
    background:var(--sheet);border:2px solid var(--strong)}.timeline .when{color:var(--soft);
    font-size:.86rem}.timeline p{margin:2px 0}.timeline form{margin-top:4px}
    .timeline button{padding:2px 10px;font-size:.86rem}
    .quiet{padding:2px 10px;font-size:.86rem}.check{display:flex;gap:8px;align-items:baseline}
    .check input{width:16px;height:16px;accent-color:var(--accent)}
    .acts{display:grid;gap:20px;grid-template-columns:1fr 1fr}.acts .block{margin:0}
    .keys{display:grid;grid-template-columns:max-content 1fr;gap:6px 18px;max-width:640px}
    .keys dt{text-align:right}.keys dd{margin:0}
    """

  private static let narrow = """
    @media (max-width:720px){.top{gap:0}.top .eyebrow{display:none}.top nav{flex:1 1 100%}
    .top nav ul{gap:0 13px;font-size:.94rem}.top nav a{padding:10px 0 8px}.find{flex:1 1 100%;margin:8px 0 12px}
    .question h1{font-size:1.35rem}.block{margin:14px -16px;border-radius:0;border-width:1px 0;
    padding:12px 16px 8px}.answers{display:contents}.answers fieldset{gap:6px;padding:8px 12px;
    margin:14px -16px 0;background:var(--sheet);border-top:1px solid var(--strong)}
    .answers .now{position:sticky;bottom:0;z-index:2;gap:5px;
    box-shadow:0 -6px 18px -10px #0006}.answers .now+fieldset{margin-top:0}
    .answers kbd,.answers .gap{display:none}.answers .turn kbd{display:inline;border:0;
    font-size:1.1rem}.answers .turn span,.answers legend{position:absolute;width:1px;height:1px;
    overflow:hidden;clip-path:inset(50%)}.answers .why{max-width:none;flex:1 1 100%}
    .answers button,.answers .button{text-align:center;flex:1 1 auto;padding:9px 5px;
    font-size:.94rem}
    html:has(.answers){scroll-padding-bottom:80px}.chart text{font-size:20px}
    .share,.acts,.compare{grid-template-columns:minmax(0,1fr)}progress{width:100%}
    .list:not(.cards) td:nth-child(n+4),.list:not(.cards) th:nth-child(n+4){display:none}
    .cards,.cards tbody,.cards tr,.cards td{display:block}.cards thead{display:none}
    .cards tr{padding:10px 0;border-bottom:1px solid var(--line)}.cards td{border:0;padding:2px 0}
    .stacked,.stacked tbody,.stacked tr,.stacked th,.stacked td{display:block}
    .stacked caption{display:block}.stacked thead{display:none}.stacked th,.stacked td{border:0;padding:1px 0;
    overflow-wrap:anywhere}.stacked tbody th{color:var(--soft);font-size:.8rem}
    .stacked tr{padding:7px 0;border-bottom:1px solid var(--line)}
    .stacked td[data-head]::before{content:attr(data-head) ": ";color:var(--soft)}}
    @media (max-width:420px){.top nav ul{gap:0 10px;font-size:.86rem}}
    @media (max-height:500px){.answers,.answers .now{position:static}
    html:has(.answers){scroll-padding-bottom:0}}
    """

  private static let print = """
    @media print{.answers,.find,.pick,form button,.button,.slip,.acts,form.row,#join,#records input,
    #records legend,#records .row,.timeline details{display:none}.timeline{margin-left:6px}
    .block{break-inside:avoid;padding:8pt 10pt 4pt}
    .question details[open]::details-content{content-visibility:visible;display:block}}
    """
}
