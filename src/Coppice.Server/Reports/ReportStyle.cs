namespace Coppice.Server.Reports;

/// <summary>How a report looks: by day, by night, on paper and on a telephone.</summary>
internal static class ReportStyle
{
    public const string Sheet = """
        :root{--ground:#fbfbf9;--paper:#fff;--ink:#1d2420;--soft:#5d6760;--line:#e3e6e2;--leaf:#2f7d4f;--wash:#2f7d4f1f;--warn:#8f5300;--bad:#a5281d;--bar:#cfe3d6}
        @media (prefers-color-scheme:dark){:root{--ground:#141816;--paper:#1b201d;--ink:#e6ebe7;--soft:#9aa59e;--line:#2e3632;--leaf:#72c795;--wash:#72c7952b;--warn:#e3b062;--bad:#f09a90;--bar:#2f5541}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:14px/20px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
        main{max-width:880px;margin:0 auto;padding:40px 24px 24px}
        h1{font-size:32px;line-height:40px;margin:0;font-weight:650;overflow-wrap:anywhere}h1 span{color:var(--leaf)}
        h2{font-size:18px;line-height:24px;margin:0 0 4px;font-weight:600}h3{font-size:14px;margin:24px 0 8px;font-weight:600}
        p{margin:0 0 8px}.over,.note,.lead,figcaption{color:var(--soft)}.over,.note,figcaption{font-size:12px;line-height:16px;margin:0}
        .lead{max-width:68ch;margin-bottom:16px}
        .state{font-weight:600;margin:8px 0 0}.good{color:var(--leaf)}.calm{color:var(--soft)}.warn{color:var(--warn)}.bad{color:var(--bad)}
        section{background:var(--paper);border-radius:12px;padding:24px;margin-top:24px;box-shadow:0 0 0 1px var(--line)}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:16px;margin-top:24px}
        .card{background:var(--paper);border-radius:12px;padding:16px;box-shadow:0 0 0 1px var(--line)}
        .name{font-size:12px;line-height:16px;color:var(--soft);margin:0}.figure{font-size:24px;line-height:32px;font-weight:600;margin:4px 0}
        .manager{font-size:16px;line-height:24px;margin:24px 0 0;max-width:60ch}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
        th,td{text-align:left;vertical-align:top;padding:6px 16px 6px 0;border-bottom:1px solid var(--line)}th{font-size:12px;line-height:16px;color:var(--soft);font-weight:500}
        tr:last-child td{border-bottom:0}.n{text-align:right}td.n{white-space:nowrap}
        .verdict{white-space:nowrap;font-weight:600}code,.hash{font:12px/16px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
        pre{font:12px/16px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-x:auto;margin:8px 0 0}
        figure{margin:0 0 16px}.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:24px}
        svg{display:block;width:100%;height:auto}svg text{font:12px system-ui,sans-serif;fill:var(--soft)}svg .strong{fill:var(--ink)}
        .axis,.grid{stroke:var(--line);stroke-width:1;fill:none}.dash{stroke:var(--soft);stroke-width:1;stroke-dasharray:4 4;fill:none}
        .band{fill:var(--wash)}.curve{stroke:var(--leaf);stroke-width:2;fill:none;stroke-linejoin:round}.dot{fill:var(--leaf)}.hollow{fill:var(--paper);stroke:var(--leaf);stroke-width:1.5}
        .heat{fill:var(--leaf)}.stay{fill:none;stroke:var(--soft);stroke-width:1}svg .cell{font-size:11px;fill:var(--ink)}svg.reach{width:160px}h3.first{margin-top:0}
        .whisker{stroke:var(--leaf);stroke-width:1.5}.mark{stroke:var(--soft);stroke-width:1}.fill{fill:var(--bar)}.tick{stroke:var(--ink);stroke-width:2}
        .bars{display:grid;grid-template-columns:minmax(120px,2fr) 3fr auto;gap:6px 12px;align-items:center}.bars div{overflow-wrap:anywhere}
        .bars i{display:block;height:12px;border-radius:2px;background:var(--bar);min-width:2px}
        details{margin-top:8px}summary{cursor:pointer;color:var(--leaf)}dl{display:grid;grid-template-columns:minmax(110px,auto) 1fr;gap:6px 16px;margin:0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;min-width:0}
        @media (max-width:520px){main{padding:24px 12px}section{padding:16px}.cards{grid-template-columns:1fr 1fr;gap:8px}.card{padding:12px}.figure{font-size:20px;line-height:28px}th,td{padding-right:8px}.verdict{white-space:normal}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}.bars{grid-template-columns:minmax(110px,2fr) 2fr auto}}
        @media print{:root{--ground:#fff;--paper:#fff;--ink:#000;--soft:#444;--line:#ccc;--leaf:#22633d;--wash:#22633d22;--bar:#c6dccd}main{max-width:none;padding:0}section,.card{box-shadow:none;border:1px solid var(--line);border-radius:0;break-inside:avoid}section{padding:12px;margin-top:12px}body{print-color-adjust:exact;-webkit-print-color-adjust:exact}details>summary{display:none}}
        """;
}
