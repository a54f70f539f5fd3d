namespace Coppice.XGBoost.Native;

internal sealed record LoadedLibrary(nint Handle, string Path, Version Version);
