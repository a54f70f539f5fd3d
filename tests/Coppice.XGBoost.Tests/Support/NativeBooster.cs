using Coppice.XGBoost.Native;

namespace Coppice.XGBoost.Tests.Support;

/// <summary>The C API without our guards, to show what each trap does to those who step in it.</summary>
internal sealed class NativeBooster : IDisposable
{
    private readonly BoosterHandle _handle;

    public NativeBooster(params ReadOnlySpan<TrainingMatrix> cached)
    {
        var handles = new nint[cached.Length];
        for (int i = 0; i < cached.Length; i++)
        {
            handles[i] = cached[i].Handle.DangerousGetHandle();
        }

        NativeCall.Check(NativeMethods.XGBoosterCreate(handles, (ulong)handles.Length, out _handle));
        Set(("verbosity", "0"), ("nthread", "1"));
    }

    public NativeBooster(byte[] model)
        : this()
    {
        NativeCall.Check(NativeMethods.XGBoosterLoadModelFromBuffer(_handle, model, (ulong)model.Length));
    }

    public void Set(IEnumerable<KeyValuePair<string, string>> parameters) => Set([.. parameters.Select(entry => (entry.Key, entry.Value))]);

    public void Set(params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        foreach ((string name, string value) in parameters)
        {
            NativeCall.Check(NativeMethods.XGBoosterSetParam(_handle, name, value));
        }
    }

    public void Update(TrainingMatrix matrix, int iteration) =>
        NativeCall.Check(NativeMethods.XGBoosterUpdateOneIter(_handle, iteration, matrix.Handle));

    public void Update(TrainingMatrix matrix, Range iterations)
    {
        for (int iteration = iterations.Start.Value; iteration < iterations.End.Value; iteration++)
        {
            Update(matrix, iteration);
        }
    }

    public unsafe byte[] Save()
    {
        NativeCall.Check(NativeMethods.XGBoosterSaveModelToBuffer(_handle, """{"format":"json"}""", out ulong length, out nint model));
        return new ReadOnlySpan<byte>((void*)model, (int)length).ToArray();
    }

    public byte[] SliceBytes(int begin, int end)
    {
        NativeCall.Check(NativeMethods.XGBoosterSlice(_handle, begin, end, 1, out BoosterHandle slice));
        using var booster = new NativeBooster(slice);
        return booster.Save();
    }

    public void Dispose() => _handle.Dispose();

    private NativeBooster(BoosterHandle handle)
    {
        _handle = handle;
    }
}
