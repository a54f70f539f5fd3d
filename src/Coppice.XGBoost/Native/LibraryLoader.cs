using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Coppice.XGBoost.Native;

/// <summary>Finds libxgboost (named file or folder, beside the application, system loader) and accepts version 1.7 only.</summary>
internal static class LibraryLoader
{
    public const string PathVariable = "COPPICE_XGBOOST_LIBRARY";

    private static readonly string[] FileNames = ["libxgboost.so.0", "libxgboost.so", "libxgboost.dylib", "xgboost.dll"];

    // A private folder holds what the library needs beside it; loading those first by path spares the launcher LD_LIBRARY_PATH.
    private static readonly string[] Companions = ["libgomp.so.1", "libdmlc.so.0", "libomp.dylib"];

    private static readonly Lazy<LoadedLibrary> Library =
        new(() => Load(Environment.GetEnvironmentVariable(PathVariable), AppContext.BaseDirectory));

    public static LoadedLibrary Loaded => Library.Value;

    internal static LoadedLibrary Load(string? explicitPath, string applicationFolder)
    {
        ProcessEnvironment.QuietOpenMP();
        if (!string.IsNullOrEmpty(explicitPath))
        {
            return LoadExplicit(explicitPath);
        }

        foreach (string beside in FileNames.Select(name => Path.Combine(applicationFolder, name)).Where(File.Exists))
        {
            return LoadFile(beside);
        }

        foreach (string name in FileNames)
        {
            if (NativeLibrary.TryLoad(name, out nint handle))
            {
                return Accept(handle, PathOf(name));
            }
        }

        throw XGBoostException.LibraryMissing($"{PathVariable} is not set; looked in {applicationFolder} and where the system loader looks");
    }

    internal static void RequireSupported(Version found, string path)
    {
        if (found is not { Major: 1, Minor: 7 })
        {
            throw XGBoostException.WrongVersion(found, path);
        }
    }

    private static LoadedLibrary LoadExplicit(string path)
    {
        string file = Directory.Exists(path)
            ? FileNames.Select(name => Path.Combine(path, name)).FirstOrDefault(File.Exists) ?? Path.Combine(path, FileNames[0])
            : path;
        return File.Exists(file)
            ? LoadFile(Path.GetFullPath(file))
            : throw XGBoostException.LibraryUnusable(file, $"there is no such file ({PathVariable} names it)");
    }

    private static LoadedLibrary LoadFile(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        foreach (string companion in Companions.Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            NativeLibrary.TryLoad(companion, out _);
        }

        try
        {
            return Accept(NativeLibrary.Load(file), file);
        }
        catch (Exception cause) when (cause is DllNotFoundException or BadImageFormatException)
        {
            throw XGBoostException.LibraryUnusable(file, "that file cannot be loaded: " + cause.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.'), cause);
        }
    }

    private static unsafe LoadedLibrary Accept(nint handle, string path)
    {
        if (!NativeLibrary.TryGetExport(handle, "XGBoostVersion", out nint export))
        {
            throw XGBoostException.LibraryUnusable(path, "that file is another library");
        }

        int major, minor, patch;
        ((delegate* unmanaged[Cdecl]<int*, int*, int*, void>)export)(&major, &minor, &patch);
        var version = new Version(major, minor, patch);
        RequireSupported(version, path);
        return new LoadedLibrary(handle, path, version);
    }

    private static string PathOf(string name)
    {
        using var process = Process.GetCurrentProcess();
        return process.Modules.Cast<ProcessModule>()
            .Select(module => module.FileName)
            .FirstOrDefault(file => file.Contains("xgboost", StringComparison.OrdinalIgnoreCase)
                && !file.EndsWith("Coppice.XGBoost.dll", StringComparison.Ordinal)) ?? name;
    }
}
