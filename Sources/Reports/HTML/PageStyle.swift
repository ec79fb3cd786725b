/// How Kontor's pages look: one style for the report and for the page on which clusters are
/// reviewed.
///
/// Colors are variables with a light and a dark value; differences and signs are told by shape as
/// well as by color. Contrast of every text is at least 4.5 : 1 in both.
package enum PageStyle {
  /// The whole style sheet, to stand in a `style` element.
  package static let css = [colors, base, overview, charts, tables, clusters, narrow, print]
    .joined(separator: "\n")

  private static let colors = """
    :root{color-scheme:light dark;--paper:#f7f6f3;--sheet:#fff;--ink:#1c2126;--soft:#59626b;
    --line:#dcdad4;--strong:#c3c0b8;--accent:#0d5c75;--tint:#e4eff3;--mark:#ffe49a;
    --mark-line:#a86a00;
    --for:#1d6fa5;--against:#b8471f;--warn:#8a4b00;--warn-tint:#fdf1dd;--chosen:#eef6ee;
    --chosen-line:#3f7d4a}
    @media (prefers-color-scheme:dark){:root{--paper:#14171a;--sheet:#1c2024;--ink:#e7e9ea;
    --soft:#a3acb4;--line:#31373d;--strong:#4a525a;--accent:#7cc7de;--tint:#1c323b;--mark:#5c4500;
    --mark-line:#e0a93b;--for:#62aee0;--against:#ef8a5f;--warn:#f0b866;--warn-tint:#33281a;
    --chosen:#1d2a20;--chosen-line:#7fbf8b}}
    """

  private static let base = """
    *{box-sizing:border-box}html{-webkit-text-size-adjust:100%}
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",
    Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums}
    h1,h2,h3,h4{line-height:1.25;margin:0;font-weight:650;text-wrap:balance}
    h1{font-size:2rem;letter-spacing:-.015em}h2{font-size:1.35rem;letter-spacing:-.01em}
    h3{font-size:1.05rem}h4{font-size:.9rem}p{margin:.5rem 0;max-width:70ch}a{color:var(--accent)}
    .wide{max-width:1180px;margin:0 auto;padding:0 24px}.soft{color:var(--soft)}
    small,.small{font-size:.86rem}.num{text-align:right;white-space:nowrap}
    .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
    white-space:nowrap}
    .skip:not(:focus){position:absolute;left:-999px}:focus-visible{outline:3px solid var(--accent);
    outline-offset:2px}
    body>header{background:var(--sheet);border-bottom:1px solid var(--line);padding:28px 0 0}
    body>header p{margin:.35rem 0}.eyebrow{font-size:.82rem;font-weight:650;letter-spacing:.06em;
    text-transform:uppercase;color:var(--accent)}.lead{font-size:1.15rem;max-width:60ch}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 22px;margin:18px 0 0;padding:0}
    nav a{display:block;padding:8px 0 10px;text-decoration:none;border-bottom:3px solid transparent}
    nav a:hover{border-color:var(--accent)}nav .count{color:var(--soft);font-size:.86rem}
    main{padding-bottom:56px}main>section{padding-top:36px}main>section>h2{margin-bottom:12px}
    .notice{border-left:4px solid var(--accent);background:var(--tint);padding:10px 16px;
    margin:16px 0;
    max-width:none}.notice.warn{border-color:var(--warn);background:var(--warn-tint)}
    footer{border-top:1px solid var(--line);padding:18px 0 40px;color:var(--soft);font-size:.86rem}
    """

  private static let overview = """
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));
    background:var(--sheet);border:1px solid var(--line);border-radius:8px;overflow:hidden;margin:0}
    .tiles div{box-shadow:1px 1px 0 var(--line);padding:14px 18px;display:flex;
    flex-direction:column-reverse;
    justify-content:flex-end}
    .tiles dt{color:var(--soft);font-size:.86rem;line-height:1.35}.tiles dd{margin:0;
    font-size:1.75rem;font-weight:650;letter-spacing:-.02em;line-height:1.2}
    .tiles .ask dd{color:var(--warn)}.two{display:grid;gap:32px;grid-template-columns:1fr 1fr;
    align-items:start;margin-top:28px}.two>*{min-width:0}.two h3{margin-bottom:6px}
    .two h3:not(:first-child){margin-top:26px}
    .meter{display:block;position:relative;height:12px;min-width:90px;background:var(--line);
    border-radius:2px;overflow:hidden}.meter i{position:absolute;inset:0 auto 0 0;
    background:var(--for)}.meter b{position:absolute;top:0;bottom:0;width:2px;background:var(--ink)}
    .facts{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:8px 0;
    font-size:.92rem}.facts dt{color:var(--soft)}.facts dd{margin:0;min-width:0;
    overflow-wrap:anywhere}
    """

  private static let charts = """
    .charts{display:grid;gap:20px 32px;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));
    margin:4px 0 16px}.charts figure{margin:0;min-width:0}.charts svg{display:block;width:100%;
    fill:var(--accent)}.charts path{fill:var(--strong)}.charts figcaption{color:var(--soft);
    font-size:.86rem;margin-bottom:6px;display:flex;justify-content:space-between;gap:12px}
    .notice ul{margin:.5rem 0;padding-left:1.2em}main>.now{padding-top:14px}
    .charts b{color:var(--ink);font-weight:650;white-space:nowrap}
    """

  private static let tables = """
    .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92rem}
    caption{text-align:left;color:var(--soft);font-size:.86rem;padding-bottom:6px}
    th,td{padding:6px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
    thead th{border-bottom:1px solid var(--strong);color:var(--soft);font-weight:600;
    vertical-align:bottom}thead th.num{white-space:normal}
    tbody th{font-weight:500}tfoot td,tfoot th{border:0;font-weight:650}
    .slim{max-width:820px}.groups td:first-child{padding-left:10px}
    code,.place{font:.86em ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
    overflow-wrap:anywhere}
    details{border-bottom:1px solid var(--line)}summary{cursor:pointer;padding:8px 0;
    list-style-position:outside;margin-left:1.1em}summary::marker{color:var(--soft)}
    details>:not(summary){margin-left:1.1em}details>:last-child{margin-bottom:14px}
    details>table{width:calc(100% - 1.1em)}
    details+h3{margin-top:22px}
    .places{list-style:none;margin:6px 0;padding:0;columns:14em;column-gap:24px}
    """

  private static let clusters = """
    .cluster{background:var(--sheet);border:1px solid var(--line);border-radius:8px;
    padding:16px 18px 10px;margin:14px 0}.cluster>header{display:flex;flex-wrap:wrap;
    gap:2px 16px;align-items:baseline;justify-content:space-between}
    .cluster>header p{margin:0}.cluster .why{margin:4px 0 0}
    .band{margin-top:28px}.band>p{margin-top:2px}
    .side{margin-top:10px;table-layout:fixed}.side th,.side td{padding:5px 10px;
    overflow-wrap:anywhere}.side col.what{width:8.5rem}
    .side thead th{color:var(--ink);font-size:.92rem;font-weight:600;line-height:1.3}
    .side thead .place,.side thead .who{display:block;font-weight:400;color:var(--soft)}
    .side tbody th{color:var(--soft);font-weight:500;font-size:.86rem}
    .side .got{background:var(--chosen);border-left:3px solid var(--chosen-line);padding-left:10px}
    .side thead .got{border-bottom-color:var(--chosen-line)}
    .side .from,.side .was,.side .lbl{display:block;color:var(--soft);font-size:.8rem;
    line-height:1.35}.side .v+.v{margin-top:5px}.side .none{color:var(--soft)}
    .side .ne{color:var(--warn);font-weight:700;margin-right:.35em}
    mark{background:var(--mark);color:inherit;border-bottom:2px solid var(--mark-line);
    border-radius:2px 2px 0 0;padding:0 1px}.cut{color:var(--soft);font-size:.8rem;margin-left:.4em}
    .letter{display:inline-block;min-width:1.5em;text-align:center;border:1px solid var(--strong);
    border-radius:4px;font-size:.8rem;font-weight:650;line-height:1.45;margin-right:.4em}
    .cluster details{border:0;border-top:1px solid var(--line)}
    .cluster details:first-of-type{margin-top:12px}
    .pair{display:inline-flex;gap:4px 12px;flex-wrap:wrap;align-items:baseline;max-width:95%}
    .sum{font-weight:650;white-space:nowrap}.pro{color:var(--for)}.con{color:var(--against)}
    .fall td,.fall th{padding:4px 10px;border-bottom-style:dotted}
    .fall .w{width:9.5em}.fall .bar{width:32%}.fall .words{width:auto}
    .run{display:block;position:relative;height:14px}.run i{position:absolute;top:2px;bottom:2px;
    min-width:2px;border-radius:1px}.run .p{background:var(--for)}
    .run .n{background:repeating-linear-gradient(
    135deg,var(--against) 0 3px,transparent 3px 5px);outline:1px solid var(--against);
    outline-offset:-1px}.run .s{background:var(--soft)}.run b{position:absolute;top:-5px;
    bottom:-5px;
    width:1px;background:var(--strong)}.fall tr.total>*{border-bottom:0;border-top:1px solid
    var(--strong);font-weight:650}
    .may{list-style:none;margin:10px 0 6px;padding:0;font-size:.86rem;display:flex;flex-wrap:wrap;
    gap:2px 20px}.yes{color:var(--chosen-line);font-weight:650}.no{color:var(--against);
    font-weight:650}
    """

  private static let narrow = """
    @media (max-width:720px){.wide{padding:0 16px}.two>*{overflow-x:auto}h1{font-size:1.6rem}
    .two{grid-template-columns:minmax(0,1fr)}.tiles{grid-template-columns:1fr 1fr}
    table{font-size:.84rem}th,td{padding:6px 5px;hyphens:auto}
    thead th{font-size:.78rem}.side tr.eq td[data-r]{display:none!important}
    .meter{min-width:56px}details>:not(summary){margin-left:0}details>table{width:100%}
    .tiles div{padding:10px 14px}.tiles dd{font-size:1.45rem}nav ul{gap:0 18px}
    .cluster{margin:12px -16px;border-radius:0;border-width:1px 0;padding:14px 16px 8px}
    .side,.side tbody,.side tr,.side td,.side th{display:block;width:auto}
    .side thead{display:block}.side thead tr{display:grid;gap:6px}.side thead td{display:none}
    .side thead th{border:0;padding:0}.side thead .place,.side thead .who{display:inline;
    margin-left:.4em}
    .side thead .got{padding:0 0 0 10px}
    .side tbody tr{padding:6px 0;border-top:1px solid var(--line)}
    .side tbody th,.side tbody td{border:0;
    padding:1px 0}.side tbody td.got{padding:3px 10px;margin:2px 0 4px}.side td.empty{display:none}
    .side td[data-r]{display:grid;grid-template-columns:2em 1fr}
    .side td[data-r]::before{content:attr(data-r);color:var(--soft);font-size:.8rem;font-weight:650;
    line-height:1.9}.fall .bar{width:30%}.fall .w{width:6em}.fall td,.fall th{padding:4px 6px}}
    """

  private static let print = """
    @page{size:A4;margin:16mm 14mm}@media print{:root{color-scheme:light;--paper:#fff;--sheet:#fff;
    --ink:#000;--soft:#444;--line:#ccc;--strong:#888;--accent:#0d5c75;--tint:#fff;--mark:#ffe49a;
    --mark-line:#a86a00;--for:#1d6fa5;--against:#b8471f;--warn:#8a4b00;--warn-tint:#fff;
    --chosen:#fff;--chosen-line:#3f7d4a}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}html{font-size:9pt}
    body{font-size:1rem}
    .wide{max-width:none;padding:0}nav,.skip{display:none}body>header{padding:0 0 8pt}
    main>section{padding-top:18pt}h2,h2+p,h3,h3+p,h4,thead{break-after:avoid}
    tr,.tiles,.cluster>header,.facts,.slim,.cluster summary{break-inside:avoid}
    .cluster>header{break-after:avoid}.cluster{padding:8pt 10pt 4pt;margin:8pt 0;
    break-inside:auto}.scroll{overflow:visible}
    details:not(.cluster *)::details-content{content-visibility:visible;display:block}
    .cluster details::details-content{display:none}.cluster summary{padding:3pt 0}
    .cluster details:first-of-type{margin-top:4pt}
    .two{gap:18pt}.two th,.two td{padding:3pt 4pt}.meter{min-width:50px}#merged{break-before:page}
    .side{font-size:.86rem}.side th,.side td{padding:2pt 4pt;hyphens:auto}.side col.what{width:24mm}
    .fall td,.fall th{padding:2pt 6pt}a{color:inherit;text-decoration:none}}
    """
}
