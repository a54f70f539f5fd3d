using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Coppice.Bench.Processes;

/// <summary>A server of ours or a peer's, in a process of its own, on a free port of the loopback interface.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _said = [];

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Url = $"http://127.0.0.1:{port}";
    }

    public string Url { get; }

    /// <summary>
    /// Memory the process holds for itself, in MiB. On Linux without pages of files: those of the mapped database belong to the system, which
    /// takes them back when it needs them.
    /// </summary>
    public double Mebibytes
    {
        get
        {
            string status = $"/proc/{_process.Id}/status";
            if (File.Exists(status) && File.ReadLines(status).FirstOrDefault(l => l.StartsWith("RssAnon:", StringComparison.Ordinal)) is { } line)
                return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
            _process.Refresh();
            return _process.WorkingSet64 / (double)(1 << 20);
        }
    }

    /// <summary>Our server on a workspace.</summary>
    public static Task<ServerProcess> ServeAsync(BenchWorkspace workspace, CancellationToken cancellationToken)
    {
        int port = FreePort();
        string program = Path.Combine(AppContext.BaseDirectory, "coppice.dll");
        return StartAsync(workspace.Folder, "dotnet", ["exec", program, "serve", "--url", $"http://127.0.0.1:{port}"], [], port, "/health/live", cancellationToken);
    }

    /// <summary>A FastAPI script of ours in a workspace; it takes its database file and its port.</summary>
    public static Task<ServerProcess> FastApiAsync(BenchWorkspace workspace, string script, string database, CancellationToken cancellationToken)
    {
        int port = FreePort();
        return StartAsync(workspace.Folder, PeerScript.Python, [script, workspace.PathOf(database), $"{port}"], [], port, "/openapi.json", cancellationToken);
    }

    /// <summary>A Python application under uvicorn with its fast event loop and parser.</summary>
    public static Task<ServerProcess> UvicornAsync(string script, int workers, IReadOnlyList<(string Name, string Value)> environment, CancellationToken cancellationToken)
    {
        int port = FreePort();
        string app = Path.GetFileNameWithoutExtension(script) + ":app";
        string[] arguments =
        [
            "-m", "uvicorn", app, "--host", "127.0.0.1", "--port", $"{port}", "--workers", $"{workers}", "--loop", "uvloop", "--http", "httptools",
            "--no-access-log", "--log-level", "warning",
        ];
        return StartAsync(Path.GetDirectoryName(script)!, PeerScript.Python, arguments, environment, port, "/openapi.json", cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit(5_000);
        _process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(
        string folder,
        string program,
        IEnumerable<string> arguments,
        IReadOnlyList<(string Name, string Value)> environment,
        int port,
        string path,
        CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start)!, port);
        server.Listen();
        try
        {
            await server.WaitAsync(path, cancellationToken);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private void Listen()
    {
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (_said)
                _said.Add(line.Data ?? "");
        }

        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task WaitAsync(string path, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Url), Timeout = TimeSpan.FromSeconds(2) };
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            if (_process.HasExited || waiting.Elapsed > Patience)
                throw new InvalidOperationException($"{_process.StartInfo.FileName} did not answer at {Url}{path}: {string.Join('\n', _said)}");
            try
            {
                using var answer = await http.GetAsync(path, cancellationToken);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
