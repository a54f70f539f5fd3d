using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Workspaces.Backups;

/// <summary>A backup as one file: a gzipped tar that any machine can open, with a manifest against which every byte is checked.</summary>
public static class BackupArchive
{
    public const string DatabaseName = "coppice.db";
    public const string DefinitionName = DefinitionFile.Name;

    /// <summary>What the next full retrain reads notes by; a workspace may have none.</summary>
    public const string LexiconName = Lexicon.FileName;

    private const int Format = 1;
    private const int LargestManifest = 1 << 20;
    private const string ManifestName = "manifest.json";

    private static readonly string[] Names = [DefinitionName, LexiconName, DatabaseName];

    /// <summary>Describes the files that are in <paramref name="folder"/>, in the order in which an archive holds them.</summary>
    public static async Task<IReadOnlyList<BackupFile>> DescribeAsync(string folder, CancellationToken cancellationToken)
    {
        var files = new List<BackupFile>();
        foreach (string name in Names.Where(n => File.Exists(Path.Combine(folder, n))))
            files.Add(await DescribeAsync(folder, name, cancellationToken));
        return files;
    }

    public static async Task WriteAsync(Stream output, BackupManifest manifest, string folder, CancellationToken cancellationToken)
    {
        await using var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
        await using var tar = new TarWriter(gzip, TarEntryFormat.Pax, leaveOpen: true);
        var text = new PaxTarEntry(TarEntryType.RegularFile, ManifestName)
        {
            DataStream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, CoppiceJson.Options)),
            ModificationTime = manifest.MadeAt,
        };
        await tar.WriteEntryAsync(text, cancellationToken);
        foreach (var file in manifest.Files)
        {
            await using var content = File.OpenRead(Path.Combine(folder, file.Name));
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, file.Name) { DataStream = content, ModificationTime = manifest.MadeAt }, cancellationToken);
        }
    }

    /// <summary>Reads an archive from end to end and checks every file against the manifest; with a folder, the files are put there, on disk.</summary>
    /// <exception cref="InvalidDataException">It is no backup, is cut short or damaged, or comes from a newer Coppice.</exception>
    public static async Task<BackupManifest> ReadAsync(string path, string? folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = File.OpenRead(path);
            await using var gzip = new GZipStream(input, CompressionMode.Decompress);
            await using var tar = new TarReader(gzip);
            var manifest = await ReadManifestAsync(tar, path, cancellationToken);
            foreach (var file in manifest.Files)
            {
                var entry = await tar.GetNextEntryAsync(copyData: false, cancellationToken);
                if (entry?.Name != file.Name || entry.EntryType != TarEntryType.RegularFile || entry.DataStream is not { } content)
                    throw new InvalidDataException($"{path} is cut short: {file.Name} is not in it.");
                await using var target = folder is null ? Stream.Null : new FileStream(Path.Combine(folder, file.Name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
                if (await CopyAsync(content, target, cancellationToken) != file.Sha256)
                    throw new InvalidDataException($"{path} is damaged: {file.Name} is not the file its manifest describes.");
                (target as FileStream)?.Flush(flushToDisk: true);
            }

            return manifest;
        }
        catch (Exception e) when (e is EndOfStreamException or JsonException or FormatException or (InvalidDataException and { InnerException: not null }))
        {
            throw new InvalidDataException($"{path} is no whole backup: {e.Message}", e);
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(TarReader tar, string path, CancellationToken cancellationToken)
    {
        var entry = await tar.GetNextEntryAsync(copyData: false, cancellationToken);
        if (entry is not { Name: ManifestName, DataStream: { Length: <= LargestManifest } content })
            throw new InvalidDataException($"{path} is no backup of Coppice: its first file is {entry?.Name ?? "missing"}, expected {ManifestName}.");
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(content, CoppiceJson.Options, cancellationToken)
            ?? throw new InvalidDataException($"{path} is no backup of Coppice: its manifest is empty.");
        if (manifest.Format != Format)
            throw new InvalidDataException($"{path} was written by a newer Coppice (its form is {manifest.Format}, this one knows {Format}).");
        string[] found = [.. manifest.Files.Select(f => f.Name)];
        if (!found.SequenceEqual(Names.Where(n => n != LexiconName || found.Contains(n))))
            throw new InvalidDataException($"{path} holds {string.Join(", ", found)}; expected {DefinitionName}, {LexiconName} if there is one, {DatabaseName}.");
        return manifest;
    }

    private static async Task<BackupFile> DescribeAsync(string folder, string name, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(folder, name));
        return new BackupFile(name, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)));
    }

    private static async Task<string> CopyAsync(Stream content, Stream target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
