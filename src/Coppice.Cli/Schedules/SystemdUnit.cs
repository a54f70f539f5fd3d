using System.Text;

namespace Coppice.Cli.Schedules;

/// <summary>A service of systemd: it serves, comes back after a failure, and may write nowhere but to its workspace.</summary>
internal sealed class SystemdUnit(UnitSettings settings) : IScheduleUnit
{
    private readonly bool _isRoot = Environment.UserName == "root";

    public string Text =>
        $"""
        # coppice schedule install --systemd wrote this; coppice schedule uninstall --systemd takes it away.
        [Unit]
        Description=Coppice serves {Plain(settings.Workspace.Name)}
        After=network.target
        StartLimitIntervalSec=300
        StartLimitBurst=5

        [Service]
        Type=exec
        ExecStart={string.Join(' ', settings.Serve.Select(Quote))}
        WorkingDirectory={settings.Folder.Replace("%", "%%", StringComparison.Ordinal)}
        {(settings.User is { } user ? $"User={user}\n" : "")}Restart=on-failure
        RestartSec=5
        # Longer than the 20 s the server gives to requests that are under way.
        TimeoutStopSec=60
        NoNewPrivileges=true
        ProtectSystem=strict
        ProtectHome=read-only
        ReadWritePaths={Quote(settings.Folder)}
        PrivateTmp=true
        PrivateDevices=true
        ProtectClock=true
        ProtectControlGroups=true
        ProtectKernelModules=true
        ProtectKernelTunables=true
        RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
        RestrictNamespaces=true
        RestrictRealtime=true
        RestrictSUIDSGID=true
        LockPersonality=true
        SystemCallArchitectures=native
        UMask=0077
        LimitNOFILE=65536
        MemoryHigh=70%
        MemoryMax=80%

        [Install]
        WantedBy={(_isRoot ? "multi-user.target" : "default.target")}

        """;

    private string Name => $"coppice-{settings.Workspace.Name}.service";

    private string FilePath => _isRoot ? Path.Combine("/etc/systemd/system", Name) : Path.Combine(Configuration, "systemd", "user", Name);

    private static string Configuration =>
        Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } folder ? folder : Path.Combine(UnitFile.Home, ".config");

    private string Control => _isRoot ? "systemctl" : "systemctl --user";

    public async Task<UnitChange> InstallAsync(CancellationToken cancellationToken)
    {
        await UnitFile.WriteAsync(FilePath, Text, cancellationToken);
        return new UnitChange($"wrote {FilePath}; coppice schedule uninstall --systemd takes it away", [$"{Control} daemon-reload", $"{Control} enable --now {Name}"]);
    }

    public Task<UnitChange> UninstallAsync(CancellationToken cancellationToken)
    {
        UnitFile.Delete(FilePath);
        return Task.FromResult(new UnitChange($"took {FilePath} away; the service runs on until it is stopped", [$"{Control} disable --now {Name}", $"{Control} daemon-reload"]));
    }

    private static string Plain(string text) => text.Replace("%", "%%", StringComparison.Ordinal);

    /// <summary>A word as systemd reads it: % begins a specifier, $ a variable, and a backslash an escape.</summary>
    private static string Quote(string word)
    {
        string text = new StringBuilder(word).Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("%", "%%").Replace("$", "$$").ToString();
        return text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or ':') ? text : $"\"{text}\"";
    }
}
