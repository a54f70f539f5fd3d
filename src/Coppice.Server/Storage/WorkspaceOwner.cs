using System.Diagnostics;
using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Storage;

/// <summary>
/// Holds a workspace for one process. The lock is the operating system's, so a killed process never leaves one behind;
/// the note beside it says who holds it and where it answers.
/// </summary>
public sealed class WorkspaceOwner : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _notePath;

    private WorkspaceOwner(FileStream @lock, string notePath)
    {
        _lock = @lock;
        _notePath = notePath;
    }

    /// <summary>Takes the workspace, or says who has it.</summary>
    /// <exception cref="WorkspaceInUseException">Another process holds it.</exception>
    public static WorkspaceOwner Acquire(string workspaceFolder)
    {
        string folder = Path.Combine(workspaceFolder, ".coppice");
        Directory.CreateDirectory(folder);
        string notePath = Path.Combine(folder, "owner.json");
        try
        {
            var file = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new WorkspaceOwner(file, notePath);
        }
        catch (IOException)
        {
            throw new WorkspaceInUseException(workspaceFolder, ReadNote(workspaceFolder));
        }
    }

    /// <summary>Who wrote the note last; whether they still hold the workspace only <see cref="Acquire"/> can tell.</summary>
    public static OwnerNote? ReadNote(string workspaceFolder)
    {
        try
        {
            return JsonSerializer.Deserialize<OwnerNote>(File.ReadAllText(Path.Combine(workspaceFolder, ".coppice", "owner.json")), CoppiceJson.Options);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Says where this process answers. <paramref name="activity"/> is what it does, such as <c>serve</c>.</summary>
    public void Publish(string address, string activity)
    {
        string draft = _notePath + ".new";
        File.WriteAllText(draft, JsonSerializer.Serialize(new OwnerNote(Environment.ProcessId, address, activity), CoppiceJson.Options));
        File.Move(draft, _notePath, overwrite: true);
    }

    public void Dispose()
    {
        try
        {
            File.Delete(_notePath);
        }
        catch (IOException e)
        {
            Debug.WriteLine(e.Message); // The lock below is what counts; a stale note is overwritten by the next owner.
        }

        _lock.Dispose();
    }
}

/// <summary>Which process holds a workspace, where it answers and what it is doing.</summary>
public sealed record OwnerNote(int Process, string Address, string Activity);
