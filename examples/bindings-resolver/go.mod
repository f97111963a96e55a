module example.com/bindings-resolver

go 1.19
