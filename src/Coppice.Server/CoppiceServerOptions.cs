namespace Coppice.Server;

/// <summary>How one server process is started.</summary>
public sealed record CoppiceServerOptions
{
    /// <summary>The activity of a server that stays; any other answers one command and starts nothing by itself.</summary>
    public const string Serve = "serve";

    /// <summary>Folder with <c>coppice.yaml</c> and <c>coppice.db</c>.</summary>
    public required string WorkspaceFolder { get; init; }

    /// <summary><c>http://127.0.0.1:port</c>, or <c>unix:/path/to.sock</c> for the length of one command.</summary>
    public required string Address { get; init; }

    /// <summary>What the process is doing, for whoever finds the workspace in use.</summary>
    public string Activity { get; init; } = Serve;

    /// <summary>How the log is written.</summary>
    public LogForm Log { get; init; }

    /// <summary>Folder with the dashboard as it was built. Default <c>wwwroot</c> beside the program; where it holds none, <c>/</c> says how to build it.</summary>
    public string DashboardFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The clock; a simulated workspace sets its own offset on top of it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>How a server that stays writes its log, on standard error.</summary>
public enum LogForm
{
    /// <summary>A line for people.</summary>
    Text,

    /// <summary>A JSON object a line, for programs that collect logs.</summary>
    Json,
}
