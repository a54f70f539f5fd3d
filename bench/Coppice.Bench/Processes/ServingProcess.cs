using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Coppice.Bench.Processes;

/// <summary>A server on a port of its own, ended when disposed of.</summary>
internal sealed class ServingProcess : IDisposable
{
    private readonly Process _process;

    private ServingProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Starts a program, given the port it is to take, and waits until the port answers.</summary>
    public static async Task<ServingProcess> StartAsync(string folder, Func<int, string[]> commandLine, CancellationToken cancellationToken)
    {
        int port = FreePort();
        string[] line = commandLine(port);
        var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServingProcess(process, port);
        for (int i = 0; i < 300 && !process.HasExited; i++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return server;
            }
            catch (SocketException)
            {
                await Task.Delay(100, cancellationToken);
            }
        }

        server.Dispose();
        throw new InvalidOperationException($"{string.Join(' ', line)} does not answer on port {port}.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
