using System.Diagnostics;
using System.Text;

namespace Coppice.EndToEnd.Tests.Support;

/// <summary>The built command line as a process of its own: what a user runs, as a user runs it, in a pipe.</summary>
internal sealed class CoppiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _commandLine;
    private readonly Captured _output = new();
    private readonly Captured _error = new();

    private CoppiceProcess(string folder, IReadOnlyList<(string Name, string Value)> environment, string[] arguments)
    {
        _commandLine = string.Join(' ', arguments);
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "coppice.dll")).Prepend("exec"))
            start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _error.Add(line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public static CoppiceProcess Start(string folder, params string[] arguments) => new(folder, [], arguments);

    public static Task<CoppiceResult> RunAsync(string folder, params string[] arguments) => RunAsync(folder, [], arguments);

    public static async Task<CoppiceResult> RunAsync(string folder, IReadOnlyList<(string Name, string Value)> environment, string[] arguments)
    {
        await using var process = new CoppiceProcess(folder, environment, arguments);
        return await process.WaitAsync();
    }

    /// <summary>Waits for its end; past the limit it is killed and the test fails with what was written.</summary>
    public async Task<CoppiceResult> WaitAsync(TimeSpan? limit = null)
    {
        using var patience = new CancellationTokenSource(limit ?? DefaultLimit);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            Assert.Fail($"coppice {_commandLine} did not end within {limit ?? DefaultLimit}; it wrote:\n{_output}{_error}");
        }

        return new CoppiceResult(_commandLine, _process.ExitCode, _output.ToString(), _error.ToString());
    }

    /// <summary>Waits until it has written, on either stream, a line that holds <paramref name="text"/>, and returns the line.</summary>
    public async Task<string> WaitForLineAsync(string text, TimeSpan? limit = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if ((_output.Find(text) ?? _error.Find(text)) is { } line)
                return line;
            if (HasExited && watch.Elapsed > TimeSpan.FromSeconds(1))
                Assert.Fail($"coppice {_commandLine} ended without writing '{text}'; it wrote:\n{_output}{_error}");
            if (watch.Elapsed > (limit ?? DefaultLimit))
                Assert.Fail($"coppice {_commandLine} did not write '{text}' within {limit ?? DefaultLimit}; it wrote:\n{_output}{_error}");
            await Task.Delay(20);
        }
    }

    /// <summary>Ends it as <c>kill -9</c> does: nothing of it runs any more.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Does what Ctrl-C does.</summary>
    public Task InterruptAsync() => SignalAsync("-INT");

    /// <summary>Does what a service manager does to stop a service.</summary>
    public Task TerminateAsync() => SignalAsync("-TERM");

    public ValueTask DisposeAsync()
    {
        Kill();
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start("kill", [signal, _process.Id.ToString()]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private sealed class Captured
    {
        private readonly Lock _gate = new();
        private readonly List<string> _lines = [];

        public void Add(string? line)
        {
            if (line is null)
                return;
            lock (_gate)
                _lines.Add(line);
        }

        public string? Find(string text)
        {
            lock (_gate)
                return _lines.Find(l => l.Contains(text, StringComparison.Ordinal));
        }

        public override string ToString()
        {
            lock (_gate)
                return string.Concat(_lines.Select(l => l + "\n"));
        }
    }
}
