using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Coppice.Server.Tests.Support;

/// <summary>
/// A PostgreSQL server of the tests' own: in a temporary folder, reached by a socket in it, with every flush to disk on. A shell
/// waits on a pipe to this process; when the process ends, even by kill -9, the pipe ends, and the shell stops the server and
/// takes the folder away.
/// </summary>
internal sealed class PostgresCluster
{
    private const string HowToInstall = "PostgreSQL's server programs (initdb, pg_ctl) are not here: apt-get install postgresql, or put them in PATH.";

    private const string Script = """
        trap '' INT HUP TERM
        as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
        [ "$(id -u)" = 0 ] && chown postgres "$2"
        cd "$2"
        if as "$1/initdb" -D "$2/data" -U coppice -A trust --locale=C -E UTF8 --no-sync >"$2/made" 2>&1 &&
            as "$1/pg_ctl" -D "$2/data" -l "$2/data/log" -w -o "-c listen_addresses='' -c unix_socket_directories='$2'" start >>"$2/made" 2>&1
        then echo ready; else cat "$2/made" "$2/data/log" 2>&1 | tail -n 1; fi
        cat >/dev/null
        as "$1/pg_ctl" -D "$2/data" -m immediate stop >/dev/null 2>&1
        cd /
        rm -rf "$2"
        """;

    private static readonly Lock Gate = new();
    private static PostgresCluster? _shared;
    private static string? _failure;
    private readonly Process _keeper;
    private readonly string _folder;
    private readonly string _programs;
    private int _databases;

    private PostgresCluster(string programs)
    {
        _programs = programs;
        _folder = Directory.CreateTempSubdirectory("coppice-pg-").FullName;
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Script, "sh", programs, _folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        _keeper = Process.Start(start)!;
        if (_keeper.StandardOutput.ReadLine() is var said and not "ready")
            throw new InvalidOperationException($"The throw-away PostgreSQL did not start: {said}");
    }

    /// <summary>The server all tests share; a test that needs it is skipped where there is none, and fails where there has to be one.</summary>
    public static PostgresCluster Shared
    {
        get
        {
            lock (Gate)
            {
                if (_shared is null && _failure is null)
                    _shared = Start();
            }

            if (_shared is not null)
                return _shared;
            bool required = Environment.GetEnvironmentVariable("CI") is { Length: > 0 } || Environment.GetEnvironmentVariable("COPPICE_REQUIRE_POSTGRES") == "1";
            Assert.False(required, _failure!);
            Assert.Skip(_failure!);
            throw new UnreachableException();
        }
    }

    /// <summary>A server for a test that restarts it.</summary>
    public static PostgresCluster OfItsOwn() => new(Shared._programs);

    /// <summary>The address of a new, empty database. It goes with the cluster: dropping it would wait for a checkpoint.</summary>
    public string NewDatabase()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"workspace_{Interlocked.Increment(ref _databases)}");
        Execute($"CREATE DATABASE {name}");
        return Address(name);
    }

    public void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Address("postgres") + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>As after a power cut: nothing is written any more, and what was promised has to be there.</summary>
    public void Crash() => Control("-m", "immediate", "stop");

    public void Restart() => Control("-w", "-l", Path.Combine(_folder, "data", "log"), "-o", $"-c listen_addresses='' -c unix_socket_directories='{_folder}'", "start");

    /// <summary>For a test that is done with it. At the end of the process nobody waits: the test runner takes that for a thread that hangs.</summary>
    public void Stop()
    {
        _keeper.StandardInput.Close();
        _keeper.WaitForExit(TimeSpan.FromSeconds(10));
    }

    private static PostgresCluster? Start()
    {
        if (FindPrograms() is not { } programs)
        {
            _failure = HowToInstall;
            return null;
        }

        try
        {
            return new PostgresCluster(programs);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            _failure = e.Message;
            return null;
        }
    }

    private static string? FindPrograms()
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderByDescending(d => d, StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return versions.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private string Address(string database) => $"Host={_folder};Username=coppice;Database={database}";

    private void Control(params string[] arguments)
    {
        string program = Path.Combine(_programs, "pg_ctl");
        string[] command = [program, "-D", Path.Combine(_folder, "data"), .. arguments];
        if (Environment.UserName == "root")
            command = ["runuser", "-u", "postgres", "--", .. command];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = _folder })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
