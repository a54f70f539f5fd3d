namespace Coppice.Server.Dashboard;

/// <summary>What stands in the place of a dashboard that was not built.</summary>
internal static class UnbuiltPage
{
    public static string Write(string nonce) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Coppice</title>
        <style nonce="{{nonce}}">
        body { font: 14px/20px system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; color: #1c2a1e; background: #fff }
        code, pre { font: 13px/20px ui-monospace, monospace; background: #f1f4f0; border-radius: 4px; padding: 2px 6px }
        pre { padding: 12px }
        @media (prefers-color-scheme: dark) { body { color: #e2e8e0; background: #131815 } code, pre { background: #212a23 } a { color: #7fc48a } }
        </style>
        </head>
        <body>
        <h1>Coppice runs. Its dashboard is not built.</h1>
        <p>Building it takes Node.js 20 or newer with npm; only building does. Install them, then in the folder of Coppice's source:</p>
        <pre>deploy/build-dashboard</pre>
        <p>and start the server again with <code>./coppice serve</code>. Meanwhile <code>./coppice status</code> says what is live, and <a href="/docs/">the API</a> is described here.</p>
        </body>
        </html>

        """;
}
